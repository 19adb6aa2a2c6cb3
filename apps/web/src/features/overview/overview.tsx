'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { OverviewDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DeadlineCard } from '../deadlines/index.ts'
import { FailurePanel } from '../failures/index.ts'
import { useTenantActivity } from '../scans/index.ts'
import { canWrite } from '../tenants/index.ts'
import { Attention } from './attention.tsx'
import { Distribution } from './distribution.tsx'
import { FirstSteps } from './first-steps.tsx'
import { LegacyProtocols } from './legacy-protocols.tsx'
import { OverviewSkeleton } from './overview-skeleton.tsx'
import { RecentScans } from './recent-scans.tsx'
import { useFollowedOverview } from './use-followed-overview.ts'

export function Overview({ slug }: { readonly slug: string }) {
  const t = useTranslations('overview')
  const locale = localeCodes[useLanguage()]
  const query = useQuery(documentQuery(OverviewDocument, { slug, locale }))
  const follow = useFollowedOverview()
  const tenant = query.data?.tenant
  useTenantActivity(tenant?.id, ['Overview'], (tenant?.overview.scansRunning ?? 0) > 0, follow)
  const base = `/t/${slug}`

  if (query.isPending) return <OverviewSkeleton />
  if (!tenant) return <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
  const { overview } = tenant
  const writer = canWrite(tenant.viewerPermissions)
  return (
    <>
      <PageHeader
        title={t('title')}
        note={overview.scansRunning > 0 ? t('scansRunning', { count: overview.scansRunning }) : tenant.name}
        actions={
          writer && overview.endpoints > 0 ? (
            <ButtonLink href={`${base}/endpoints/new`} look="primary" icon={<Plus aria-hidden="true" />}>
              {t('add')}
            </ButtonLink>
          ) : null
        }
      />
      {overview.endpoints === 0 ? (
        <FirstSteps base={base} tenantId={tenant.id} labAvailable={tenant.practiceLab.available} canWrite={writer} />
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <Distribution base={base} overview={overview} />
          <DeadlineCard title={t('nextDeadline')} deadline={overview.nextDeadline} />
          <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-5">
            <Attention
              base={base}
              endpoints={tenant.attention.edges.map(({ node }) => node)}
              total={tenant.attention.totalCount}
            />
            <LegacyProtocols counts={overview.legacyProtocols} endpoints={overview.endpoints} />
          </div>
          <RecentScans base={base} endpoints={tenant.recent.edges.map(({ node }) => node)} />
        </div>
      )}
    </>
  )
}
