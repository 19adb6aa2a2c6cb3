'use client'

import { useQuery } from '@tanstack/react-query'
import { Pencil, Plus, Trash2, UserCog } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type CustomRoleLineFragment, CustomRolesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { RolesCard } from '../people/index.ts'
import { DeleteRole } from './delete-role.tsx'

const RoleDialog = lazy(() => import('./role-dialog.tsx'))

type Asked =
  | { readonly kind: 'save'; readonly role: CustomRoleLineFragment | null }
  | { readonly kind: 'delete'; readonly role: CustomRoleLineFragment }

/** The roles of every organisation, and those of this one. */
export function RolesPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('roles')
  const { data, isPending, error, refetch } = useQuery(documentQuery(CustomRolesDocument, { slug }))
  const [asked, setAsked] = useState<Asked | null>(null)
  const tenant = data?.tenant
  const mayWrite = tenant?.viewerPermissions.includes('ROLE_WRITE') ?? false
  const close = () => setAsked(null)
  const create = mayWrite ? (
    <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setAsked({ kind: 'save', role: null })}>
      {t('create')}
    </Button>
  ) : null
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={tenant && tenant.customRoles.length > 0 ? create : null}
      />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        {isPending ? <Skeleton className="h-56 rounded-xl" /> : null}
        {!isPending && !tenant ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {tenant ? (
          <Card aria-labelledby="own-roles">
            <CardHeader id="own-roles" title={t('own')} note={t('ownNote')} />
            {tenant.customRoles.length > 0 ? (
              <ul className="divide-y divide-line border-line border-t">
                {tenant.customRoles.map((role) => (
                  <li key={role.id} className="flex items-start gap-4 px-5 py-3.5">
                    <div className="min-w-0 flex-1">
                      <p className="break-words font-medium">{role.name}</p>
                      <p className="break-words font-mono text-[0.8125rem] text-ink-faint">
                        {role.patterns.join(', ')}
                      </p>
                    </div>
                    <p className="shrink-0 pt-0.5 text-ink-soft text-sm">{t('members', { count: role.members })}</p>
                    {mayWrite ? (
                      <div className="-my-1 -mr-2 flex shrink-0">
                        <IconButton
                          label={t('editOne', { name: role.name })}
                          onClick={() => setAsked({ kind: 'save', role })}
                        >
                          <Pencil aria-hidden="true" />
                        </IconButton>
                        <IconButton
                          danger
                          label={t('deleteOne', { name: role.name })}
                          onClick={() => setAsked({ kind: 'delete', role })}
                        >
                          <Trash2 aria-hidden="true" />
                        </IconButton>
                      </div>
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : (
              <div className="border-line border-t">
                <EmptyState icon={<UserCog aria-hidden="true" />} title={t('emptyTitle')} actions={create}>
                  {t('emptyText')}
                </EmptyState>
              </div>
            )}
          </Card>
        ) : null}
        {data ? <RolesCard grants={data.roles} /> : null}
      </div>
      <Suspense>
        {asked?.kind === 'save' && tenant ? (
          <RoleDialog tenantId={tenant.id} role={asked.role} permissions={data.permissions} onClose={close} />
        ) : null}
      </Suspense>
      {asked?.kind === 'delete' ? <DeleteRole role={asked.role} onClose={close} /> : null}
    </>
  )
}
