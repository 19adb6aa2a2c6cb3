'use client'

import { useTranslations } from 'use-intl'
import type { Verdict } from '../../graphql/generated/graphql.ts'
import { Pill } from '../../ui/pill.tsx'
import { VerdictIcon } from './verdict-icon.tsx'
import { verdictTones } from './verdict-look.ts'

interface VerdictPillProps {
  /** Null where the endpoint was never scanned. */
  readonly verdict: Verdict | null | undefined
  readonly size?: 'medium' | 'large'
}

export function VerdictPill({ verdict, size = 'medium' }: VerdictPillProps) {
  const t = useTranslations('verdicts')
  const shown = verdict ?? 'NOT_SCANNED'
  return (
    <Pill tone={verdictTones[shown]} size={size} icon={<VerdictIcon verdict={shown} />}>
      {t(`names.${shown}`)}
    </Pill>
  )
}
