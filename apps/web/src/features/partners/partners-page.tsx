'use client'

import { useQuery } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type DelegationLineFragment, PartnersDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { EndDelegation } from './end-delegation.tsx'
import { PartnerLine } from './partner-line.tsx'
import { RefuseDelegation } from './refuse-delegation.tsx'
import { RequestLine } from './request-line.tsx'

const TermsDialog = lazy(() => import('./terms-dialog.tsx'))

interface Asked {
  readonly kind: 'approve' | 'narrow' | 'refuse' | 'end'
  readonly delegation: DelegationLineFragment
}

/** The customer's side: who asks to be let in, who is in, who was. */
export function PartnersPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('partners')
  const { data, isPending, error, refetch } = useQuery(documentQuery(PartnersDocument, { slug }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const tenant = data?.tenant
  const mayWrite = tenant?.viewerPermissions.includes('DELEGATION_WRITE') ?? false
  const mayAudit = tenant?.viewerPermissions.includes('AUDIT_READ') ?? false
  const mayRoles = tenant?.viewerPermissions.includes('MEMBER_READ') ?? false
  const withStatus = (...wanted: readonly DelegationLineFragment['status'][]) =>
    tenant?.partners.filter(({ status }) => wanted.includes(status)) ?? []
  const requests = withStatus('REQUESTED')
  const active = withStatus('ACTIVE')
  const over = withStatus('ENDED', 'REFUSED', 'LAPSED')
  const ask = (kind: Asked['kind'], delegation: DelegationLineFragment) => () => setAsked({ kind, delegation })
  const close = () => setAsked(null)
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        {isPending ? <Skeleton className="h-56 rounded-xl" /> : null}
        {!isPending && !tenant ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {requests.length > 0 ? (
          <Card aria-labelledby="requests">
            <CardHeader id="requests" title={t('requests', { count: requests.length })} note={t('requestsNote')} />
            <ul className="divide-y divide-line border-line border-t">
              {requests.map((delegation) => (
                <RequestLine
                  key={delegation.id}
                  delegation={delegation}
                  onApprove={mayWrite ? ask('approve', delegation) : null}
                  onRefuse={mayWrite ? ask('refuse', delegation) : null}
                />
              ))}
            </ul>
          </Card>
        ) : null}
        {tenant ? (
          <Card aria-labelledby="active">
            <CardHeader id="active" title={t('active')} note={t('activeNote')} />
            <div className="border-line border-t">
              {active.length > 0 ? (
                <ul className="divide-y divide-line">
                  {active.map((delegation) => (
                    <PartnerLine
                      key={delegation.id}
                      slug={slug}
                      delegation={delegation}
                      mayAudit={mayAudit}
                      onNarrow={mayWrite ? ask('narrow', delegation) : null}
                      onEnd={mayWrite ? ask('end', delegation) : null}
                    />
                  ))}
                </ul>
              ) : requests.length > 0 ? (
                <p className="px-5 py-4 text-ink-soft">{t('nobodyIn')}</p>
              ) : (
                <EmptyState
                  icon={<Handshake aria-hidden="true" />}
                  title={t('emptyTitle')}
                  actions={<CopyButton text={tenant.id} label={t('copyId')} copiedLabel={t('copied')} />}
                >
                  <p>{t('emptyText')}</p>
                  <p className="mt-2 break-all font-mono text-sm">{tenant.id}</p>
                </EmptyState>
              )}
              {over.length > 0 ? (
                <details className="border-line border-t">
                  <summary className="flex min-h-11 items-center px-5 text-ink-soft text-sm hover:text-ink">
                    {t('over', { count: over.length })}
                  </summary>
                  <ul className="divide-y divide-line border-line border-t">
                    {over.map((delegation) => (
                      <PartnerLine key={delegation.id} slug={slug} delegation={delegation} mayAudit={mayAudit} />
                    ))}
                  </ul>
                </details>
              ) : null}
            </div>
          </Card>
        ) : null}
      </div>
      <Suspense>
        {asked?.kind === 'approve' || asked?.kind === 'narrow' ? (
          <TermsDialog
            kind={asked.kind}
            slug={slug}
            delegation={asked.delegation}
            mayRoles={mayRoles}
            onClose={close}
          />
        ) : null}
      </Suspense>
      {asked?.kind === 'refuse' ? <RefuseDelegation delegation={asked.delegation} onClose={close} /> : null}
      {asked?.kind === 'end' ? (
        <EndDelegation
          delegation={asked.delegation}
          name={asked.delegation.partnerName}
          side="customer"
          onClose={close}
        />
      ) : null}
    </>
  )
}
