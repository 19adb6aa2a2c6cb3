'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Radar, SearchX } from 'lucide-react'
import { useRouter, useSearchParams } from 'next/navigation'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EndpointReportDocument, ScanProgressDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { useSubscription } from '../../graphql/subscribe.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { DeadlineList } from '../deadlines/index.ts'
import { ActiveChecks } from '../domains/index.ts'
import { EndpointDialog, useEndpointDelete } from '../endpoints/index.ts'
import { FailurePanel } from '../failures/index.ts'
import { isUnderWay, ScanPanel, useScanRequest } from '../scans/index.ts'
import { canWrite } from '../tenants/index.ts'
import { withScanStep } from './follow-scan.ts'
import { ReportHeader } from './report-header.tsx'
import { ReportSkeleton } from './report-skeleton.tsx'
import { ScanHistory } from './scan-history.tsx'
import { ScanReport } from './scan-report.tsx'
import { shownScan } from './shown-scan.ts'

interface EndpointReportProps {
  readonly slug: string
  readonly id: string
}

export function EndpointReport({ slug, id }: EndpointReportProps) {
  const t = useTranslations('report')
  const locale = localeCodes[useLanguage()]
  const [editing, setEditing] = useState(false)
  const router = useRouter()
  const wanted = useSearchParams().get('scan')
  const queryClient = useQueryClient()
  const options = documentQuery(EndpointReportDocument, { slug, id, locale })
  const query = useQuery(options)
  const base = `/t/${slug}`
  const path = `${base}/endpoints/${encodeURIComponent(id)}`
  const tenant = query.data?.tenant
  const endpoint = tenant?.endpoint
  const scans = endpoint?.scans.edges.map(({ node }) => node) ?? []
  const running = scans.find(({ status }) => isUnderWay(status))
  const scan = useScanRequest(['EndpointReport'])
  const remove = useEndpointDelete(() => router.push(`${base}/endpoints`))
  const refetch = () => void queryClient.invalidateQueries({ queryKey: ['EndpointReport'] })

  useSubscription(ScanProgressDocument, running ? { scanId: running.id } : null, ({ scanProgress }) => {
    queryClient.setQueryData(options.queryKey, (data: typeof query.data) => data && withScanStep(data, scanProgress))
    if (isUnderWay(scanProgress.status)) return
    refetch()
    for (const name of ['EndpointList', 'Overview']) void queryClient.invalidateQueries({ queryKey: [name] })
  })

  if (query.isPending) return <ReportSkeleton />
  if (!tenant) return <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
  if (!endpoint) {
    return (
      <Card>
        <EmptyState icon={<SearchX aria-hidden="true" />} title={t('gone')} />
      </Card>
    )
  }
  const shown = shownScan(scans, wanted)
  const startScan = () => {
    if (wanted) router.replace(path, { scroll: false })
    scan.mutate([endpoint.id])
  }
  const writer = canWrite(tenant.viewerPermissions)
  return (
    <>
      <ReportHeader
        base={base}
        endpoint={endpoint}
        scanning={running !== undefined || scan.isPending}
        actions={
          writer
            ? { onScan: startScan, onEdit: () => setEditing(true), onDelete: () => remove.mutate([endpoint]) }
            : null
        }
      />
      {running ? <ScanPanel scan={running} address={endpoint.address} onCancelled={refetch} /> : null}
      {shown ? <ScanReport scanId={shown.id} endpoint={endpoint} /> : null}
      {!shown && !running ? (
        <Card>
          <EmptyState
            icon={<Radar aria-hidden="true" />}
            title={t('neverTitle')}
            actions={
              writer ? (
                <Button look="primary" icon={<Radar aria-hidden="true" />} busy={scan.isPending} onClick={startScan}>
                  {t('scanFirst')}
                </Button>
              ) : null
            }
          >
            {t('neverText')}
          </EmptyState>
        </Card>
      ) : null}
      {!shown && running ? <ReportSkeleton body /> : null}
      <Suspense>
        <ActiveChecks id={endpoint.id} base={base} mayWrite={writer} />
      </Suspense>
      <Suspense>
        <DeadlineList deadlines={endpoint.deadlines} />
      </Suspense>
      <ScanHistory path={path} scans={scans} shownId={shown?.id} />
      {editing ? (
        <Suspense>
          <EndpointDialog endpoint={endpoint} onClose={() => setEditing(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
