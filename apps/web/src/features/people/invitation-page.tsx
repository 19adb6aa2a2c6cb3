'use client'

import { Link2Off } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { OpenInvitationQuery } from '../../graphql/generated/graphql.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { HorizonFrame } from '../session/index.ts'
import { InvitationForm } from './invitation-form.tsx'

interface InvitationPageProps {
  readonly token: string
  readonly signedInAs: string | null
  /** Null where the link is over or none. */
  readonly invitation: OpenInvitationQuery['invitation']
}

/** Who invites whom to what, and the way in. */
export function InvitationPage({ token, signedInAs, invitation }: InvitationPageProps) {
  const t = useTranslations('people')
  const format = useFormatter()
  if (!invitation)
    return (
      <HorizonFrame title={t('invitationOver')} note={t('invitationOverNote')}>
        <div className="grid gap-5">
          <Callout tone="risk" role="alert" icon={<Link2Off aria-hidden="true" />}>
            {t('linkOver')}
          </Callout>
          <ButtonLink href="/">{t('toStart')}</ButtonLink>
        </div>
      </HorizonFrame>
    )
  const { tenantName: tenant, inviterName, email, memberExpiresAt, hasAccount } = invitation
  const role = invitation.customRoleName ?? t(`roleNames.${invitation.role}`)
  return (
    <HorizonFrame
      title={t('joinTenant', { tenant })}
      note={inviterName ? t('invitedBy', { name: inviterName, role }) : t('invitedAs', { role })}
    >
      <dl className="-mt-3 mb-7 grid gap-1.5 text-sm">
        <div className="flex flex-wrap gap-x-2">
          <dt className="text-ink-faint">{t('invitedAddress')}</dt>
          <dd className="break-all">{email}</dd>
        </div>
        {memberExpiresAt ? (
          <div className="flex flex-wrap gap-x-2">
            <dt className="text-ink-faint">{t('ends')}</dt>
            <dd>{format.dateTime(new Date(memberExpiresAt), { dateStyle: 'long' })}</dd>
          </div>
        ) : null}
      </dl>
      <InvitationForm token={token} signedInAs={signedInAs} hasAccount={hasAccount} />
    </HorizonFrame>
  )
}
