'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { CircleAlert, Link2, Send } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { execute } from '../../graphql/execute.ts'
import {
  InvitationRevokeDocument,
  MemberInviteDocument,
  type PeopleInvitationFragment,
  type ScopeInput,
} from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { errorsByField, useErrorText, useFailureText } from '../failures/index.ts'
import { everything, isEverything, ScopePicker, scopeInput, scopeValue } from '../scope/index.ts'
import { type OwnRole, RoleSelect, type RoleWish } from './role-select.tsx'
import { usePeopleChange } from './use-people-change.ts'

interface InviteCardProps {
  readonly slug: string
  readonly ownRoles: readonly OwnRole[]
  readonly tenantId: string
  readonly isOwner: boolean
  readonly invitations: readonly PeopleInvitationFragment[]
}

interface Wanted extends RoleWish {
  readonly email: string
  readonly memberDays: number | null
  readonly scope: ScopeInput | null
}

const dayChoices = [7, 30, 90, 365] as const
const empty: Wanted = { email: '', role: 'VIEWER', customRoleId: null, memberDays: null, scope: null }

export function InviteCard({ slug, tenantId, isOwner, ownRoles, invitations }: InviteCardProps) {
  const t = useTranslations('people')
  const session = useTranslations('session')
  const format = useFormatter()
  const toast = useToast()
  const errorText = useErrorText()
  const failureText = useFailureText()
  const queryClient = useQueryClient()
  const [wanted, setWanted] = useState(empty)
  const [scope, setScope] = useState(everything)
  const invite = useMutation({
    mutationFn: (input: Wanted) => execute(MemberInviteDocument, { input: { ...input, tenantId } }),
    onSuccess: async ({ memberInvite }) => {
      if (memberInvite.__typename === 'UserErrors') return
      setWanted(empty)
      setScope(everything)
      toast({ text: t(memberInvite.link ? 'invitedByHand' : 'invited', { email: memberInvite.invitation.email }) })
      await queryClient.invalidateQueries({ queryKey: ['People'] })
    },
  })
  const revoke = usePeopleChange(InvitationRevokeDocument, t('revoked'))
  const answer = invite.data?.memberInvite
  const errors = errorsByField(answer?.__typename === 'UserErrors' ? answer.errors : [], ['email'])
  const problem = invite.isError ? failureText(invite.error) : errors.rest[0] ? errorText(errors.rest[0]) : null
  const link = answer?.__typename === 'MemberInvitePayload' ? answer.link : null
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'medium' })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!invite.isPending) invite.mutate({ ...wanted, email: wanted.email.trim(), scope: scopeInput(scope) })
  }

  return (
    <Card aria-labelledby="invite">
      <CardHeader id="invite" title={t('invite')} note={t('inviteNote')} />
      <form onSubmit={submit} noValidate className="grid gap-4 px-5 pb-5 sm:grid-cols-3">
        {problem ? (
          <div className="sm:col-span-3">
            <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
              {problem}
            </Callout>
          </div>
        ) : null}
        <Field label={session('email')} error={errors.fields.email ? errorText(errors.fields.email) : null}>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              name="email"
              value={wanted.email}
              onChange={(event) => setWanted({ ...wanted, email: event.target.value })}
              autoCapitalize="none"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('role')}>
          {(control) => (
            <RoleSelect
              {...control}
              name="role"
              value={wanted}
              own={ownRoles}
              mayOwn={isOwner}
              onChange={(wish) => setWanted({ ...wanted, ...wish })}
            />
          )}
        </Field>
        <Field label={t('ends')}>
          {(control) => (
            <Select
              {...control}
              name="ends"
              value={wanted.memberDays ?? ''}
              onChange={(event) => setWanted({ ...wanted, memberDays: Number(event.target.value) || null })}
            >
              <option value="">{t('never')}</option>
              {dayChoices.map((days) => (
                <option key={days} value={days}>
                  {t('afterDays', { days })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <details open={isEverything(scope) ? undefined : true} className="min-w-0 sm:col-span-3">
          <summary className="inline-flex min-h-8 items-center rounded-md text-link text-sm">
            {t('limitInvited')}
          </summary>
          <div className="mt-2">
            <ScopePicker slug={slug} legend={t('limitLegend')} value={scope} onChange={setScope} />
          </div>
        </details>
        <div className="sm:col-span-3">
          <Button type="submit" look="primary" busy={invite.isPending} icon={<Send aria-hidden="true" />}>
            {t('send')}
          </Button>
        </div>
        {link ? (
          <div className="min-w-0 sm:col-span-3">
            <Callout
              tone="legacy"
              role="status"
              icon={<Link2 aria-hidden="true" />}
              action={<CopyButton text={link} label={t('copyLink')} copiedLabel={t('copied')} />}
            >
              <p>{t('linkByHand')}</p>
              <p className="mt-1 break-all font-mono text-sm">{link}</p>
            </Callout>
          </div>
        ) : null}
      </form>
      {invitations.length > 0 ? (
        <ul aria-label={t('invitations')} className="divide-y divide-line border-line border-t">
          {invitations.map((invitation) => (
            <li key={invitation.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-5 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="break-all font-medium">{invitation.email}</p>
                <p className="text-ink-faint text-sm">
                  {t('waiting', {
                    role: invitation.customRole?.name ?? t(`roleNames.${invitation.role}`),
                    date: day(invitation.expiresAt),
                  })}
                </p>
              </div>
              <Button
                size="small"
                onClick={() =>
                  invite.mutate({
                    email: invitation.email,
                    role: invitation.role,
                    customRoleId: invitation.customRole?.id ?? null,
                    scope: scopeInput(scopeValue(invitation.scope)),
                    memberDays: daysUntil(invitation.memberExpiresAt),
                  })
                }
                aria-label={t('resendOne', { email: invitation.email })}
              >
                {t('resend')}
              </Button>
              <Button
                size="small"
                look="danger"
                onClick={() => revoke.mutate({ id: invitation.id })}
                aria-label={t('revokeOne', { email: invitation.email })}
              >
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  )
}

const daysUntil = (end: string | null | undefined) =>
  end ? Math.max(1, Math.ceil((Date.parse(end) - Date.now()) / 86_400_000)) : null
