'use client'

import { useQuery } from '@tanstack/react-query'
import { Globe } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { DomainsDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { DomainForm } from './domain-form.tsx'
import { DomainItem } from './domain-item.tsx'

/** Domains that an organisation has shown to be its own, and how to show another. */
export function DomainsPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('domains')
  const { data, isPending, error, refetch } = useQuery(documentQuery(DomainsDocument, { slug }))
  const tenant = data?.tenant
  const mayWrite = tenant?.viewerPermissions.includes('DOMAIN_WRITE') ?? false
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
        {tenant ? (
          <>
            {mayWrite ? <DomainForm tenantId={tenant.id} /> : null}
            <Card aria-labelledby="domains">
              {tenant.domainProofs.length === 0 ? (
                <EmptyState icon={<Globe aria-hidden="true" />} title={t('emptyTitle')}>
                  {t('emptyText')}
                </EmptyState>
              ) : (
                <>
                  <CardHeader id="domains" title={t('list')} note={t('listNote')} />
                  <ul className="divide-y divide-line border-line border-t">
                    {tenant.domainProofs.map((proof) => (
                      <DomainItem key={proof.id} proof={proof} mayWrite={mayWrite} />
                    ))}
                  </ul>
                </>
              )}
            </Card>
          </>
        ) : isPending ? (
          <Skeleton className="h-72 rounded-xl" />
        ) : (
          <FailurePanel failure={error} onRetry={() => void refetch()} />
        )}
      </div>
    </>
  )
}
