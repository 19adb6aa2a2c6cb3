'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'
import { VerdictPill } from '../verdicts/index.ts'
import type { ReportedEndpoint } from './reported-endpoint.ts'

interface ScanHistoryProps {
  readonly path: string
  readonly scans: readonly ReportedEndpoint['scans']['edges'][number]['node'][]
  readonly shownId: string | undefined
}

export function ScanHistory({ path, scans, shownId }: ScanHistoryProps) {
  const t = useTranslations('report')
  const statuses = useTranslations('scans')
  const format = useFormatter()
  if (scans.length === 0) return null
  return (
    <Card className="mt-6" aria-labelledby="history">
      <CardHeader id="history" title={t('history')} />
      <ol className="pb-2">
        {scans.map((scan) => (
          <li key={scan.id} className="border-line border-t">
            <Link
              href={`${path}?scan=${encodeURIComponent(scan.id)}`}
              scroll={false}
              aria-current={scan.id === shownId ? 'true' : undefined}
              className="flex min-h-12 flex-wrap items-center gap-x-5 gap-y-1 px-5 py-1.5 transition-colors hover:bg-hover focus-visible:-outline-offset-2 aria-[current]:bg-accent-soft"
            >
              <time dateTime={scan.requestedAt} className="min-w-40 flex-1">
                {format.dateTime(new Date(scan.requestedAt), { dateStyle: 'medium', timeStyle: 'short' })}
              </time>
              {typeof scan.milliseconds === 'number' ? (
                <span className="hidden text-ink-faint text-sm sm:inline">
                  {t('spent', { connections: scan.connections ?? 0, seconds: scan.milliseconds / 1_000 })}
                </span>
              ) : null}
              {scan.status === 'COMPLETED' ? (
                <VerdictPill verdict={scan.verdict} />
              ) : (
                <span className="text-ink-soft text-sm">{statuses(`statuses.${scan.status}`)}</span>
              )}
            </Link>
          </li>
        ))}
      </ol>
    </Card>
  )
}
