'use client'

import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type PolicyCardFactsFragment, TenantPoliciesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { HistoryProgress } from './history-progress.tsx'
import { PolicyItem } from './policy-item.tsx'
import type { PolicySource } from './policy-words.ts'
import { usePolicyChoice } from './use-policy-choice.ts'

const ChoiceDialog = lazy(() => import('./choice-dialog.tsx'))

interface PolicyPageProps {
  readonly slug: string
  readonly sources: Readonly<Record<string, readonly PolicySource[]>>
}

/** The policy that the endpoints here are judged by, and every other that could be chosen. */
export function PolicyPage({ slug, sources }: PolicyPageProps) {
  const t = useTranslations('policies')
  const locale = localeCodes[useLanguage()]
  const [wanted, setWanted] = useState<PolicyCardFactsFragment | null>(null)
  const query = useQuery(documentQuery(TenantPoliciesDocument, { slug, locale }))
  const choice = usePolicyChoice(() => setWanted(null))
  const tenant = query.data?.tenant
  const shipped = query.data?.policies ?? []
  const writer = tenant?.viewerPermissions.includes('POLICY_WRITE') ?? false
  /** A version that was replaced since it was chosen: it stays in use, and the newer one can be chosen below. */
  const pinned =
    tenant && [...shipped, ...tenant.ownPolicies].every(({ id }) => id !== tenant.policy.id) ? tenant.policy : null
  const items = (policies: readonly PolicyCardFactsFragment[]) => (
    <ul className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
      {policies.map((policy) => (
        <li key={policy.id} className="grid">
          <PolicyItem
            policy={policy}
            current={policy.id === tenant?.policy.id}
            sources={sources[policy.id] ?? []}
            baseTitle={
              policy.basedOn ? (shipped.find(({ id }) => id === policy.basedOn)?.title ?? policy.basedOn) : null
            }
            actions={
              writer
                ? {
                    onChoose: () => setWanted(policy),
                    writePath: `/t/${slug}/policies/new?from=${encodeURIComponent(policy.id)}`,
                  }
                : null
            }
          />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      {query.isPending ? <Skeleton className="h-96 rounded-xl" /> : null}
      {tenant ? (
        <div className="grid gap-8">
          <div>
            <p>{t.rich('judgedBy', { policy: tenant.policy.title, b: (text) => <strong>{text}</strong> })}</p>
            <HistoryProgress slug={slug} />
          </div>
          {pinned ? (
            <section aria-labelledby="earlier-policy">
              <h2 id="earlier-policy" className="mb-3 font-semibold text-lg tracking-tight">
                {t('earlier')}
              </h2>
              {items([pinned])}
            </section>
          ) : null}
          {tenant.ownPolicies.length > 0 ? (
            <section aria-labelledby="own-policies">
              <h2 id="own-policies" className="mb-3 font-semibold text-lg tracking-tight">
                {t('own')}
              </h2>
              {items(tenant.ownPolicies)}
            </section>
          ) : null}
          <section aria-labelledby="shipped-policies">
            <h2 id="shipped-policies" className="mb-3 font-semibold text-lg tracking-tight">
              {t('shipped')}
            </h2>
            {items(shipped)}
          </section>
        </div>
      ) : null}
      {query.isError && !tenant ? <FailurePanel failure={query.error} onRetry={() => void query.refetch()} /> : null}
      {wanted && tenant ? (
        <Suspense>
          <ChoiceDialog
            slug={slug}
            policy={wanted}
            busy={choice.isPending}
            onChoose={() => choice.mutate({ tenantId: tenant.id, policy: wanted, before: tenant.policy })}
            onClose={() => setWanted(null)}
          />
        </Suspense>
      ) : null}
    </>
  )
}
