'use client'

import { useQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import {
  type DelegationLineFragment,
  PartnerAccessDocument,
  type TechnicianGroupLineFragment,
} from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { CustomerLine } from './customer-line.tsx'
import { DeleteTechnicians } from './delete-technicians.tsx'
import { EndDelegation } from './end-delegation.tsx'
import { PartnerActions } from './partner-actions.tsx'
import { TechniciansCard } from './technicians-card.tsx'

const AssignDialog = lazy(() => import('./assign-dialog.tsx'))
const DiscardDialog = lazy(() => import('./discard-dialog.tsx'))
const HandOverDialog = lazy(() => import('./hand-over-dialog.tsx'))
const TechniciansDialog = lazy(() => import('./technicians-dialog.tsx'))

type Asked =
  | { readonly kind: 'assign' | 'discard' | 'end' | 'hand-over'; readonly delegation: DelegationLineFragment }
  | { readonly kind: 'save'; readonly group: TechnicianGroupLineFragment | null }
  | { readonly kind: 'delete'; readonly group: TechnicianGroupLineFragment }

/** The partner's side: what was asked of whom, what stands, and which of its people look after which customers. */
export function AccessPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('partners')
  const { data, isPending, error, refetch } = useQuery(documentQuery(PartnerAccessDocument, { slug }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const tenant = data?.tenant
  const mayAsk = tenant?.viewerPermissions.includes('DELEGATION_WRITE') ?? false
  const mayGroup = tenant?.viewerPermissions.includes('TECHNICIAN_WRITE') ?? false
  const standing = tenant?.customers.filter(({ status }) => status === 'ACTIVE' || status === 'REQUESTED') ?? []
  const over = tenant?.customers.filter((each) => !standing.includes(each)) ?? []
  const groups = tenant?.technicianGroups ?? []
  const groupsOf = (delegation: DelegationLineFragment) =>
    groups.filter(({ assignments }) => assignments.some(({ delegationId }) => delegationId === delegation.id))
  const close = () => setAsked(null)
  return (
    <>
      <PageHeader
        title={t('accessTitle')}
        note={t('accessNote')}
        actions={tenant && mayAsk ? <PartnerActions partnerId={tenant.id} slug={slug} /> : null}
      />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        {isPending ? <Skeleton className="h-56 rounded-xl" /> : null}
        {!isPending && !tenant ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {tenant ? (
          <>
            <Card aria-labelledby="customers">
              <CardHeader id="customers" title={t('customers')} note={t('customersNote')} />
              <div className="border-line border-t">
                {standing.length > 0 ? (
                  <ul className="divide-y divide-line">
                    {standing.map((delegation) => (
                      <CustomerLine
                        key={delegation.id}
                        delegation={delegation}
                        groups={groupsOf(delegation)}
                        onAssign={mayGroup ? () => setAsked({ kind: 'assign', delegation }) : null}
                        onHandOver={mayAsk ? () => setAsked({ kind: 'hand-over', delegation }) : null}
                        onDiscard={mayAsk ? () => setAsked({ kind: 'discard', delegation }) : null}
                        onEnd={mayAsk ? () => setAsked({ kind: 'end', delegation }) : null}
                      />
                    ))}
                  </ul>
                ) : (
                  <EmptyState icon={<Building2 aria-hidden="true" />} title={t('noCustomersTitle')}>
                    {t('noCustomersText')}
                  </EmptyState>
                )}
                {over.length > 0 ? (
                  <details className="border-line border-t">
                    <summary className="flex min-h-11 items-center px-5 text-ink-soft text-sm hover:text-ink">
                      {t('over', { count: over.length })}
                    </summary>
                    <ul className="divide-y divide-line border-line border-t">
                      {over.map((delegation) => (
                        <CustomerLine key={delegation.id} delegation={delegation} groups={[]} />
                      ))}
                    </ul>
                  </details>
                ) : null}
              </div>
            </Card>
            <TechniciansCard
              groups={groups}
              members={tenant.members}
              onSave={mayGroup ? (group) => setAsked({ kind: 'save', group }) : null}
              onDelete={mayGroup ? (group) => setAsked({ kind: 'delete', group }) : null}
            />
          </>
        ) : null}
      </div>
      <Suspense>
        {asked?.kind === 'assign' ? (
          <AssignDialog delegation={asked.delegation} groups={groups} onClose={close} />
        ) : null}
        {asked?.kind === 'discard' ? <DiscardDialog delegation={asked.delegation} onClose={close} /> : null}
        {asked?.kind === 'hand-over' ? <HandOverDialog delegation={asked.delegation} onClose={close} /> : null}
        {asked?.kind === 'save' && tenant ? (
          <TechniciansDialog partnerId={tenant.id} group={asked.group} members={tenant.members} onClose={close} />
        ) : null}
      </Suspense>
      {asked?.kind === 'end' ? (
        <EndDelegation
          delegation={asked.delegation}
          name={asked.delegation.customerName}
          side="partner"
          onClose={close}
        />
      ) : null}
      {asked?.kind === 'delete' ? <DeleteTechnicians group={asked.group} onClose={close} /> : null}
    </>
  )
}
