'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Plus, SearchX, Server } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { EndpointListDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Pager } from '../../ui/pager.tsx'
import { FailurePanel } from '../failures/index.ts'
import { SelectionDialog } from '../groups/index.ts'
import { PracticeLabOffer } from '../practice-lab/index.ts'
import { useScanRequest, useTenantActivity } from '../scans/index.ts'
import { canWrite } from '../tenants/index.ts'
import { EndpointTable } from './endpoint-table.tsx'
import { Filters } from './filters.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { isFiltered, type ListState, listVariables, unfiltered } from './list-state.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useEndpointDelete } from './use-endpoint-delete.ts'
import { useFollowedList } from './use-followed-list.ts'
import { useListState } from './use-list-state.ts'

export function EndpointList({ slug }: { readonly slug: string }) {
  const t = useTranslations('endpoints')
  const focusSearch = useSearchParams().get('focus') === 'search'
  const [state, setState] = useListState()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<'group' | 'tag' | null>(null)
  const query = useQuery({
    ...documentQuery(EndpointListDocument, listVariables(slug, state)),
    placeholderData: keepPreviousData,
  })
  const scan = useScanRequest(['EndpointList'])
  const remove = useEndpointDelete(() => setSelected(new Set()))
  const tenant = query.data?.tenant
  const scanning = tenant?.endpoints.edges.some(({ node }) => node.activeScan) ?? false
  useTenantActivity(tenant?.id, ['EndpointList', 'Overview'], scanning, useFollowedList())

  const base = `/t/${slug}`
  const change = (part: Partial<ListState>) => {
    setState(part)
    setSelected(new Set())
  }
  const filtered = isFiltered(state)
  const writer = tenant ? canWrite(tenant.viewerPermissions) : false
  const rows = tenant?.endpoints.edges.map(({ node }) => node) ?? []
  const chosen = rows.filter(({ id }) => selected.has(id))

  return (
    <>
      <PageHeader
        title={t('title')}
        actions={
          writer ? (
            <ButtonLink
              href={`${base}/endpoints/new`}
              look="primary"
              icon={<Plus aria-hidden="true" />}
              aria-keyshortcuts="n"
            >
              {t('add')}
            </ButtonLink>
          ) : null
        }
      />
      <Card className="overflow-clip">
        <Filters slug={slug} state={state} onChange={change} focusSearch={focusSearch} />
        {chosen.length > 0 ? (
          <SelectionBar
            count={chosen.length}
            busy={scan.isPending}
            onScan={() => scan.mutate([...selected], { onSuccess: () => setSelected(new Set()) })}
            onDelete={() => remove.mutate(chosen)}
            onDialog={setDialog}
            mayGroup={tenant?.viewerPermissions.includes('GROUP_WRITE') ?? false}
            onClear={() => setSelected(new Set())}
          />
        ) : null}
        {query.isPending ? <ListSkeleton /> : null}
        {!query.isPending && !tenant ? (
          <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
        ) : null}
        {tenant && rows.length > 0 ? (
          <>
            <EndpointTable
              base={base}
              endpoints={rows}
              selected={selected}
              onSelect={setSelected}
              actions={
                writer
                  ? {
                      onScan: (endpoint) => scan.mutate([endpoint.id]),
                      onDelete: (endpoint) => remove.mutate([endpoint]),
                    }
                  : null
              }
            />
            <Pager
              label={t('pages')}
              status={t('shown', { shown: rows.length, total: tenant.endpoints.totalCount })}
              back={t('previous')}
              forth={t('next')}
              page={tenant.endpoints.pageInfo}
              onTurn={change}
            />
          </>
        ) : null}
        {tenant && rows.length === 0 && filtered ? (
          <EmptyState
            icon={<SearchX aria-hidden="true" />}
            title={t('noMatch')}
            actions={<Button onClick={() => change(unfiltered)}>{t('showEverything')}</Button>}
          />
        ) : null}
        {tenant && rows.length === 0 && !filtered ? (
          <EmptyState
            icon={<Server aria-hidden="true" />}
            title={t('emptyTitle')}
            actions={
              writer && tenant.practiceLab.available ? (
                <PracticeLabOffer look="secondary" tenantId={tenant.id} stale={['EndpointList', 'Overview']} />
              ) : null
            }
          >
            {t('emptyText')}
          </EmptyState>
        ) : null}
      </Card>
      <Suspense>
        {dialog ? (
          <SelectionDialog
            kind={dialog}
            slug={slug}
            endpointIds={chosen.map(({ id }) => id)}
            onClose={() => setDialog(null)}
          />
        ) : null}
      </Suspense>
    </>
  )
}
