'use client'

import { Building2, SearchX } from 'lucide-react'
import { useDeferredValue, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { SearchInput } from '../../ui/search-input.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { PartnerActions } from '../partners/index.ts'
import { CustomerTable } from './customer-table.tsx'
import { named, type Order, orders, sorted } from './order.ts'
import { PortfolioSummary } from './portfolio-summary.tsx'
import { usePortfolio } from './use-portfolio.ts'

/** Every customer that the viewer looks after, the worst first. */
export function PortfolioPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('portfolio')
  const locale = useLocale()
  const { data, customers, isWhole, isPending, error, refetch } = usePortfolio(slug)
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<Order>('worst')
  const tenant = data?.tenant
  const portfolio = tenant?.portfolio
  const mayAsk = tenant?.viewerPermissions.includes('DELEGATION_WRITE') ?? false
  const shown = useDeferredValue(sorted(named(customers, search), order, locale))
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={tenant && mayAsk ? <PartnerActions partnerId={tenant.id} slug={slug} /> : null}
      />
      {isPending ? <Skeleton className="h-96 rounded-xl" /> : null}
      {!isPending && !portfolio ? (
        tenant ? (
          <p className="text-ink-soft">{t('noPartner')}</p>
        ) : (
          <FailurePanel failure={error} onRetry={() => void refetch()} />
        )
      ) : null}
      {portfolio && customers.length === 0 ? (
        <Card>
          <EmptyState
            icon={<Building2 aria-hidden="true" />}
            title={t('emptyTitle')}
            actions={
              tenant?.viewerPermissions.includes('MEMBER_READ') ? (
                <ButtonLink href={`/t/${slug}/settings/access`}>{t('toAccess')}</ButtonLink>
              ) : null
            }
          >
            {t('emptyText')}
          </EmptyState>
        </Card>
      ) : null}
      {portfolio && customers.length > 0 ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <PortfolioSummary portfolio={portfolio} />
          <Card className="overflow-clip">
            <div className="flex flex-wrap gap-2 border-line border-b p-3 sm:p-4">
              <div className="min-w-0 flex-1 basis-64">
                <SearchInput
                  value={search}
                  onChange={setSearch}
                  label={t('search')}
                  placeholder={t('search')}
                  clearLabel={t('clearSearch')}
                />
              </div>
              <div className="w-full sm:w-auto">
                <Select
                  aria-label={t('orderBy')}
                  value={order}
                  onChange={({ target }) => setOrder(orders.find((each) => each === target.value) ?? 'worst')}
                >
                  {orders.map((each) => (
                    <option key={each} value={each}>
                      {t(`orders.${each}`)}
                    </option>
                  ))}
                </Select>
              </div>
            </div>
            {shown.length > 0 ? (
              <CustomerTable customers={shown} />
            ) : (
              <EmptyState
                icon={<SearchX aria-hidden="true" />}
                title={t('noMatch')}
                actions={<Button onClick={() => setSearch('')}>{t('showEverything')}</Button>}
              />
            )}
            <p role="status" className="border-line border-t px-4 py-3 text-ink-faint text-sm">
              {isWhole
                ? t('shown', { shown: shown.length, total: portfolio.customers.totalCount })
                : t('more', { total: portfolio.customers.totalCount })}
            </p>
          </Card>
        </div>
      ) : null}
    </>
  )
}
