'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PeopleDocument, PeopleTenantDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { InviteCard } from './invite-card.tsx'
import { MemberLine } from './member-line.tsx'
import { RolesCard } from './roles-card.tsx'

/** Who belongs to a tenant, who is invited, and what the roles allow. */
export function PeoplePage({ slug }: { readonly slug: string }) {
  const t = useTranslations('people')
  const base = useQuery(documentQuery(PeopleTenantDocument, { slug }))
  const tenant = base.data?.tenant
  const mayRead = tenant?.viewerPermissions.includes('MEMBER_READ') ?? false
  const mayWrite = tenant?.viewerPermissions.includes('MEMBER_WRITE') ?? false
  const people = useQuery({ ...documentQuery(PeopleDocument, { slug }), enabled: mayRead })
  const isOwner = tenant?.viewerRole === 'OWNER'
  if (base.isError) return <FailurePanel failure={base.error} onRetry={() => base.refetch()} />
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        {tenant && mayWrite ? (
          <InviteCard
            slug={slug}
            tenantId={tenant.id}
            isOwner={isOwner}
            ownRoles={people.data?.tenant?.customRoles ?? []}
            invitations={people.data?.tenant?.invitations ?? []}
          />
        ) : null}
        {people.data?.tenant ? (
          <Card aria-labelledby="members">
            <CardHeader id="members" title={t('members')} note={t('membersNote')} />
            <ul className="divide-y divide-line border-line border-t">
              {people.data.tenant.members.map((member) => (
                <MemberLine
                  key={member.id}
                  slug={slug}
                  member={member}
                  ownRoles={people.data?.tenant?.customRoles ?? []}
                  isOwner={isOwner}
                  mayWrite={mayWrite}
                />
              ))}
            </ul>
          </Card>
        ) : people.isError ? (
          <FailurePanel failure={people.error} onRetry={() => people.refetch()} />
        ) : mayRead || !tenant ? (
          <Skeleton className="h-48" />
        ) : (
          <p className="text-ink-soft">{t('notYours')}</p>
        )}
        {base.data ? <RolesCard grants={base.data.roles} /> : null}
      </div>
    </>
  )
}
