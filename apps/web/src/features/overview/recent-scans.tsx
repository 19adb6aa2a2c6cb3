'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { useAgo } from '../../i18n/use-ago.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import { isUnderWay, ScanProgress } from '../scans/index.ts'
import { VerdictPill } from '../verdicts/index.ts'

interface RecentScansProps {
  readonly base: string
  readonly endpoints: readonly EndpointRowFragment[]
}

export function RecentScans({ base, endpoints }: RecentScansProps) {
  const t = useTranslations('overview')
  const ago = useAgo()
  const scanned = endpoints.flatMap((endpoint) => {
    const scan = endpoint.activeScan ?? endpoint.lastScan
    return scan ? [{ endpoint, scan }] : []
  })
  if (scanned.length === 0) return null
  return (
    <Card className="self-start" aria-labelledby="recent">
      <CardHeader id="recent" title={t('recent')} />
      <ol className="pb-2">
        {scanned.map(({ endpoint, scan }) => (
          <li key={endpoint.id} className="flex items-center gap-4 border-line border-t px-5 py-2.5">
            <div className="min-w-0 flex-1">
              <Link
                href={`${base}/endpoints/${encodeURIComponent(endpoint.id)}`}
                className={classes('block truncate rounded hover:underline', !endpoint.label && 'font-mono text-sm')}
              >
                {endpoint.label ?? endpoint.address}
              </Link>
              {isUnderWay(scan.status) ? null : (
                <span className="text-ink-faint text-sm">{ago(new Date(scan.finishedAt ?? scan.requestedAt))}</span>
              )}
            </div>
            {isUnderWay(scan.status) ? (
              <ScanProgress scan={scan} address={endpoint.address} />
            ) : (
              <VerdictPill verdict={endpoint.verdict} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
