'use client'

import { useQuery } from '@tanstack/react-query'
import { Building2, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IdentityProvidersDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { ProviderCard } from './provider-card.tsx'

const ProviderDialog = lazy(() => import('./provider-dialog.tsx'))

/** Through which identity providers, and for which e-mail domains, the people of an organisation come in. */
export function SignInSettingsPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('providers')
  const { data, isPending, error, refetch } = useQuery(documentQuery(IdentityProvidersDocument, { slug }))
  const [asked, setAsked] = useState<{ readonly id: string | null } | null>(null)
  const tenant = data?.tenant
  const providers = tenant?.identityProviders ?? []
  const add = (
    <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setAsked({ id: null })}>
      {t('add')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={providers.length > 0 ? add : null} />
      <div className="grid max-w-3xl grid-cols-[minmax(0,1fr)] gap-6">
        {isPending ? <Skeleton className="h-72 rounded-xl" /> : null}
        {!isPending && !tenant ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {tenant && providers.length === 0 ? (
          <Card>
            <EmptyState icon={<Building2 aria-hidden="true" />} title={t('emptyTitle')} actions={add}>
              {t('emptyText')}
            </EmptyState>
          </Card>
        ) : null}
        {tenant
          ? providers.map((provider) => (
              <ProviderCard
                key={provider.id}
                tenantId={tenant.id}
                provider={provider}
                onEdit={() => setAsked({ id: provider.id })}
              />
            ))
          : null}
      </div>
      <Suspense>
        {asked && tenant ? (
          <ProviderDialog
            tenantId={tenant.id}
            provider={providers.find(({ id }) => id === asked.id) ?? null}
            onClose={() => setAsked(null)}
          />
        ) : null}
      </Suspense>
    </>
  )
}
