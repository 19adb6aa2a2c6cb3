'use client'

import { useQuery } from '@tanstack/react-query'
import { Boxes, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type GroupLineFragment, GroupsDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { DeleteGroup } from './delete-group.tsx'
import { GroupLine } from './group-line.tsx'
import { TagList } from './tag-list.tsx'

const GroupDialog = lazy(() => import('./group-dialog.tsx'))

type Asked =
  | { readonly kind: 'save'; readonly group: GroupLineFragment | null }
  | { readonly kind: 'delete'; readonly group: GroupLineFragment }

export function GroupsPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('groups')
  const { data, isPending, error, refetch } = useQuery(documentQuery(GroupsDocument, { slug }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const tenant = data?.tenant
  const mayWrite = tenant?.viewerPermissions.includes('GROUP_WRITE') ?? false
  const close = () => setAsked(null)
  const create = mayWrite ? (
    <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setAsked({ kind: 'save', group: null })}>
      {t('create')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={tenant && tenant.endpointGroups.length > 0 ? create : null}
      />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        {isPending ? <Skeleton className="h-56 rounded-xl" /> : null}
        {!isPending && !tenant ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {tenant ? (
          <>
            <Card aria-labelledby="groups">
              <CardHeader id="groups" title={t('groups')} note={t('groupsNote')} />
              {tenant.endpointGroups.length > 0 ? (
                <ul className="divide-y divide-line border-line border-t">
                  {tenant.endpointGroups.map((group) => (
                    <GroupLine
                      key={group.id}
                      slug={slug}
                      group={group}
                      onEdit={mayWrite ? () => setAsked({ kind: 'save', group }) : null}
                      onDelete={mayWrite ? () => setAsked({ kind: 'delete', group }) : null}
                    />
                  ))}
                </ul>
              ) : (
                <div className="border-line border-t">
                  <EmptyState icon={<Boxes aria-hidden="true" />} title={t('emptyTitle')} heading="h2" actions={create}>
                    {t('emptyText')}
                  </EmptyState>
                </div>
              )}
            </Card>
            <TagList slug={slug} tags={tenant.tags} />
          </>
        ) : null}
      </div>
      <Suspense>
        {asked?.kind === 'save' && tenant ? (
          <GroupDialog slug={slug} tenantId={tenant.id} group={asked.group} onClose={close} />
        ) : null}
      </Suspense>
      {asked?.kind === 'delete' ? <DeleteGroup group={asked.group} onClose={close} /> : null}
    </>
  )
}
