'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Callout } from '../../ui/callout.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { visitOutcome } from '../session/index.ts'
import { NoPasswordCard } from './no-password-card.tsx'
import { OrganisationCard } from './organisation-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { ProfileCard } from './profile-card.tsx'
import { SecondFactorCard } from './second-factor-card.tsx'
import { SessionsCard } from './sessions-card.tsx'
import { useAccount, useHasPassword } from './use-account.ts'

interface AccountPageProps {
  /** What came of the link in a letter that led here. */
  readonly visit: 'VERIFIED' | 'FAILED' | null
  /** What came of a visit to the organisation's identity provider, as the address says. */
  readonly organisation: string | undefined
}

export function AccountPage({ visit, organisation }: AccountPageProps) {
  const t = useTranslations('account')
  const account = useAccount()
  const hasPassword = useHasPassword()
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} />
      <div className="grid max-w-3xl gap-6">
        {visit ? (
          <Callout
            tone={visit === 'VERIFIED' ? 'ready' : 'bad'}
            role="status"
            icon={visit === 'VERIFIED' ? <CircleCheck aria-hidden="true" /> : <CircleAlert aria-hidden="true" />}
          >
            {t(visit === 'VERIFIED' ? 'verifiedNow' : 'refusals.LINK_OVER')}
          </Callout>
        ) : null}
        {account.data ? (
          <>
            <ProfileCard user={account.data.user} />
            {hasPassword.data === false ? <NoPasswordCard /> : <PasswordCard />}
            <PasskeysCard />
            {hasPassword.data === false ? null : <SecondFactorCard on={account.data.user.twoFactorEnabled === true} />}
            <OrganisationCard email={account.data.user.email} visit={visitOutcome(organisation)} />
            <SessionsCard current={account.data.session.token} />
          </>
        ) : account.isError ? (
          <FailurePanel failure={account.error} onRetry={() => account.refetch()} />
        ) : (
          <Skeleton className="h-64" />
        )}
      </div>
    </>
  )
}
