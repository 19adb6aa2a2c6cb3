'use client'

import Link from 'next/link'
import { useFormatter, useNow, useTranslations } from 'use-intl'
import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { isUnderWay, ScanProgress } from '../scans/index.ts'
import { VerdictPill } from '../verdicts/index.ts'

interface RecentScansProps {
  readonly base: string
  readonly endpoints: readonly EndpointRowFragment[]
}

export function RecentScans({ base, endpoints }: RecentScansProps) {
  const t = useTranslations('overview')
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  const scanned = endpoints.flatMap((endpoint) => {
    const scan = endpoint.activeScan ?? endpoint.lastScan
    return scan ? [{ endpoint, scan }] : []
  })
  if (scanned.length === 0) return null
  return (
    <Card aria-labelledby="recent">
      <CardHeader id="recent" title={t('recent')} />
      <ol className="pb-2">
        {scanned.map(({ endpoint, scan }) => (
          <li
            key={endpoint.id}
            className="flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-5 py-1.5"
          >
            <Link
              href={`${base}/endpoints/${encodeURIComponent(endpoint.id)}`}
              className="min-w-0 flex-1 basis-44 truncate rounded font-mono text-sm hover:underline"
            >
              {endpoint.address}
            </Link>
            {isUnderWay(scan.status) ? (
              <ScanProgress scan={scan} address={endpoint.address} />
            ) : (
              <>
                <span className="text-ink-faint text-sm">
                  {format.relativeTime(new Date(scan.finishedAt ?? scan.requestedAt), now)}
                </span>
                <VerdictPill verdict={endpoint.verdict} />
              </>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
