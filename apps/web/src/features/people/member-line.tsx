'use client'

import { Crosshair, UserMinus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import {
  MemberRemoveDocument,
  MemberUpdateDocument,
  type PeopleMemberFragment,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Pill } from '../../ui/pill.tsx'
import { ScopeText } from '../scope/index.ts'
import { type OwnRole, RoleSelect } from './role-select.tsx'
import { usePeopleChange } from './use-people-change.ts'

const ScopeDialog = lazy(() => import('./scope-dialog.tsx'))

interface MemberLineProps {
  readonly slug: string
  readonly ownRoles: readonly OwnRole[]
  readonly member: PeopleMemberFragment
  readonly isOwner: boolean
  readonly mayWrite: boolean
}

export function MemberLine({ slug, member, ownRoles, isOwner, mayWrite }: MemberLineProps) {
  const t = useTranslations('people')
  const format = useFormatter()
  const [asking, setAsking] = useState(false)
  const [limiting, setLimiting] = useState(false)
  const update = usePeopleChange(MemberUpdateDocument, t('roleChanged', { name: member.name }))
  const remove = usePeopleChange(MemberRemoveDocument, t('removed', { name: member.name }))
  // Only owners touch owners, and only they make one.
  const mayChange = mayWrite && (isOwner || member.role !== 'OWNER')
  const { name } = member
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{name}</span>
          {member.isViewer ? <Pill tone="ready">{t('you')}</Pill> : null}
        </p>
        <p className="break-all text-ink-faint text-sm">
          {member.email}
          {member.expiresAt ? (
            <span> · {t('until', { date: format.dateTime(new Date(member.expiresAt), { dateStyle: 'medium' }) })}</span>
          ) : null}
          {member.scope ? (
            <span>
              {' · '}
              <ScopeText scope={member.scope} />
            </span>
          ) : null}
        </p>
      </div>
      {mayChange ? (
        <>
          <div className="w-44">
            <RoleSelect
              aria-label={t('roleOf', { name })}
              value={{ role: member.role, customRoleId: member.customRole?.id ?? null }}
              own={ownRoles}
              mayOwn={isOwner}
              disabled={update.isPending}
              onChange={({ role, customRoleId }) =>
                update.mutate(
                  customRoleId ? { id: member.id, customRoleId } : { id: member.id, role, customRoleId: null },
                )
              }
            />
          </div>
          {member.role === 'OWNER' ? null : (
            <Button
              size="small"
              icon={<Crosshair aria-hidden="true" />}
              onClick={() => setLimiting(true)}
              aria-label={t('limitOne', { name })}
            >
              {t('limit')}
            </Button>
          )}
          {asking ? (
            <span className="flex gap-2">
              <Button
                size="small"
                look="danger"
                busy={remove.isPending}
                onClick={() => remove.mutate({ id: member.id })}
              >
                {t('removeSure', { name })}
              </Button>
              <Button size="small" look="quiet" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </span>
          ) : (
            <Button
              size="small"
              icon={<UserMinus aria-hidden="true" />}
              onClick={() => setAsking(true)}
              aria-label={t('removeOne', { name })}
            >
              {t('remove')}
            </Button>
          )}
        </>
      ) : (
        <Pill tone="unknown">{member.customRole?.name ?? t(`roleNames.${member.role}`)}</Pill>
      )}
      {limiting ? (
        <Suspense>
          <ScopeDialog slug={slug} member={member} onClose={() => setLimiting(false)} />
        </Suspense>
      ) : null}
    </li>
  )
}
