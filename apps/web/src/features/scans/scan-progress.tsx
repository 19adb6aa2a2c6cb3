'use client'

import { useTranslations } from 'use-intl'
import type { ScanActivityFragment } from '../../graphql/generated/graphql.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'

interface ScanProgressProps {
  readonly scan: Pick<ScanActivityFragment, 'status' | 'stage' | 'progress'>
  readonly address: string
}

/** One line: how far a scan has come and what it is doing. */
export function ScanProgress({ scan, address }: ScanProgressProps) {
  const t = useTranslations('scans')
  return (
    <div className="grid min-w-36 gap-1">
      <span className="text-ink-soft text-sm">
        {scan.stage ? t(`stages.${scan.stage}`) : t(`statuses.${scan.status}`)}
      </span>
      <ProgressBar label={t('progressOf', { address })} percent={scan.progress} />
    </div>
  )
}
