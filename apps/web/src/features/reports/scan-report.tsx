'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { ScanReportDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Callout } from '../../ui/callout.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { FailurePanel } from '../failures/index.ts'
import { VerdictIcon } from '../verdicts/index.ts'
import { AddressReport } from './address-report.tsx'
import { Hero } from './hero.tsx'
import { ReportSkeleton } from './report-skeleton.tsx'
import type { ReportedEndpoint } from './reported-endpoint.ts'

interface ScanReportProps {
  readonly scanId: string
  readonly endpoint: ReportedEndpoint
}

/** The results of one scan, address by address. */
export function ScanReport({ scanId, endpoint }: ScanReportProps) {
  const t = useTranslations('report')
  const scans = useTranslations('scans')
  const locale = localeCodes[useLanguage()]
  const query = useQuery({
    ...documentQuery(ScanReportDocument, { id: scanId, locale }),
    placeholderData: keepPreviousData,
  })
  if (query.isPending) return <ReportSkeleton body />
  const scan = query.data?.node?.__typename === 'Scan' ? query.data.node : null
  if (!scan) return <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
  const deciding = scan.results.find(({ verdict }) => verdict === scan.verdict) ?? scan.results[0]
  return (
    <>
      {scan.status === 'COMPLETED' ? null : (
        <div className="mb-6">
          <Callout tone={scan.status === 'FAILED' ? 'bad' : 'unknown'} icon={<CircleAlert aria-hidden="true" />}>
            <span className="font-medium">{scans(`statuses.${scan.status}`)}</span>
            {scan.errorCode ? <span className="block text-sm">{scans(`errors.${scan.errorCode}`)}</span> : null}
          </Callout>
        </div>
      )}
      {scan.verdict ? (
        <Hero
          verdict={scan.verdict}
          score={scan.score}
          role={endpoint.role}
          result={deciding}
          deadline={endpoint.deadlines[0]}
        />
      ) : null}
      {scan.results.length > 1 ? (
        <Tabs
          label={t('addresses')}
          tabs={scan.results.map((result) => ({
            id: result.id,
            title: (
              <>
                <VerdictIcon verdict={result.verdict} className="size-4" />
                <span className="font-mono">{result.address}</span>
              </>
            ),
            content: <AddressReport endpoint={endpoint} result={result} />,
          }))}
        />
      ) : (
        scan.results.map((result) => <AddressReport key={result.id} endpoint={endpoint} result={result} />)
      )}
    </>
  )
}
