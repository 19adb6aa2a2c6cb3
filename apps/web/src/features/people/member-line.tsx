'use client'

import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import {
  MemberRemoveDocument,
  MemberUpdateDocument,
  type PeopleMemberFragment,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/field.tsx'
import { Pill } from '../../ui/pill.tsx'
import { roleOf, roles } from './roles.ts'
import { usePeopleChange } from './use-people-change.ts'

interface MemberLineProps {
  readonly member: PeopleMemberFragment
  readonly isOwner: boolean
  readonly mayWrite: boolean
}

export function MemberLine({ member, isOwner, mayWrite }: MemberLineProps) {
  const t = useTranslations('people')
  const format = useFormatter()
  const [asking, setAsking] = useState(false)
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
        </p>
      </div>
      {mayChange ? (
        <>
          <div className="w-44">
            <Select
              aria-label={t('roleOf', { name })}
              value={member.role}
              disabled={update.isPending}
              onChange={(event) => update.mutate({ id: member.id, role: roleOf(event.target.value) })}
            >
              {roles.map((role) => (
                <option key={role} value={role} disabled={role === 'OWNER' && !isOwner}>
                  {t(`roleNames.${role}`)}
                </option>
              ))}
            </Select>
          </div>
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
        <Pill tone="unknown">{t(`roleNames.${member.role}`)}</Pill>
      )}
    </li>
  )
}
