'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ScrollText, SearchX } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { AuditLogDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Pager } from '../../ui/pager.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { AuditFilters } from './audit-filters.tsx'
import { auditVariables, emptyAudit, isFiltered } from './audit-state.ts'
import { type AuditLine, AuditTable } from './audit-table.tsx'
import { ExportLink } from './export-link.tsx'
import { ProofLine } from './proof-line.tsx'
import { useAuditState } from './use-audit-state.ts'

const EntryDrawer = lazy(() => import('./entry-drawer.tsx'))

export function AuditPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('audit')
  const [state, change] = useAuditState()
  const [open, setOpen] = useState<AuditLine | null>(null)
  const { data, isPending, error, refetch } = useQuery({
    ...documentQuery(AuditLogDocument, auditVariables(slug, state)),
    placeholderData: keepPreviousData,
  })
  const page = data?.tenant?.auditEntries
  const lines = page?.edges.map(({ node }) => node) ?? []
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          data?.tenant && page && page.totalCount > 0 ? (
            <ExportLink tenantId={data.tenant.id} state={state} total={page.totalCount} />
          ) : null
        }
      />
      <Card className="overflow-clip">
        <AuditFilters slug={slug} state={state} onChange={change} />
        {isPending ? <Skeleton className="m-5 h-96" /> : null}
        {!isPending && !page ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {lines.length > 0 ? <AuditTable lines={lines} onOpen={setOpen} /> : null}
        {page && lines.length === 0 ? (
          isFiltered(state) ? (
            <EmptyState
              icon={<SearchX aria-hidden="true" />}
              title={t('noMatch')}
              actions={<Button onClick={() => change(emptyAudit)}>{t('showEverything')}</Button>}
            />
          ) : (
            <EmptyState icon={<ScrollText aria-hidden="true" />} title={t('emptyTitle')}>
              {t('emptyText')}
            </EmptyState>
          )
        ) : null}
        {page && lines.length > 0 ? (
          <Pager
            label={t('pagesOf')}
            status={t('shown', { shown: lines.length, total: page.totalCount })}
            back={t('newer')}
            forth={t('older')}
            page={page.pageInfo}
            onTurn={change}
          />
        ) : null}
      </Card>
      <ProofLine slug={slug} />
      {open ? (
        <Suspense>
          <EntryDrawer line={open} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  )
}
