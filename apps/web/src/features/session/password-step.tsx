'use client'

import { Building2, CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { type Organisation, visitOrganisation } from './organisation.ts'
import { PasswordInput } from './password-input.tsx'
import { type SignInOutcome, signIn } from './sign-in.ts'

interface PasswordStepProps {
  readonly email: string
  readonly organisation: Organisation | null
  readonly next: string
  readonly onDone: () => void
  readonly onCode: () => void
  readonly onBack: () => void
}

type Outcome = SignInOutcome | 'PROVIDER_UNREACHABLE'

/** The organisation's way where there is one, and the password; folded away where only owners may use it. */
export function PasswordStep({ email, organisation, next, onDone, onCode, onBack }: PasswordStepProps) {
  const t = useTranslations('session')
  const account = useTranslations('account')
  const [busy, setBusy] = useState<'password' | 'organisation' | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [missing, setMissing] = useState(false)
  const [unfolded, setUnfolded] = useState(organisation?.enforced !== true)
  const password = useRef<HTMLInputElement>(null)
  const leave = useRef<HTMLButtonElement>(null)
  useEffect(() => (leave.current ?? password.current)?.focus(), [])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = String(new FormData(event.currentTarget).get('password'))
    setMissing(given === '')
    setOutcome(null)
    if (given === '') return password.current?.focus()
    setBusy('password')
    const result = await signIn(email, given)
    if (result === 'DONE') return onDone()
    if (result === 'SECOND_FACTOR') return onCode()
    setBusy(null)
    setOutcome(result)
  }
  const visit = async () => {
    if (!organisation) return
    setOutcome(null)
    setBusy('organisation')
    const result = await visitOrganisation({ ref: organisation.ref, email, next })
    if (result === 'LEAVING') return
    setBusy(null)
    setOutcome(result === 'TOO_MANY' ? 'TOO_MANY' : 'PROVIDER_UNREACHABLE')
  }

  return (
    <div className="grid gap-5">
      {outcome && outcome !== 'DONE' && outcome !== 'SECOND_FACTOR' ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {t(`outcomes.${outcome}`)}
        </Callout>
      ) : null}
      <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-xl border border-line bg-sunken px-4 py-2">
        <span className="min-w-0 break-all font-medium">{email}</span>
        <Button look="quiet" size="small" onClick={onBack}>
          {t('otherPerson')}
        </Button>
      </p>
      {organisation ? (
        <Button
          ref={leave}
          look="primary"
          icon={<Building2 aria-hidden="true" />}
          busy={busy === 'organisation'}
          onClick={visit}
        >
          {t('byOrganisation', { name: organisation.name })}
        </Button>
      ) : null}
      {organisation && unfolded ? (
        <p className="flex items-center gap-3 text-ink-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          {t(organisation.enforced ? 'ownersOnly' : 'or')}
        </p>
      ) : null}
      {unfolded ? (
        <form onSubmit={submit} noValidate className="grid gap-5">
          {/* Tells a password manager whose password it is. */}
          <input type="email" name="email" value={email} readOnly hidden autoComplete="username" />
          <Field label={t('password')} error={missing ? t('passwordMissing') : null}>
            {(control) => (
              <PasswordInput
                {...control}
                ref={password}
                autoFocus={organisation?.enforced === true}
                name="password"
                autoComplete="current-password"
              />
            )}
          </Field>
          <Button type="submit" look={organisation ? 'secondary' : 'primary'} busy={busy === 'password'}>
            {t('signIn')}
          </Button>
          <Link href="/forgot-password" className="justify-self-start text-link text-sm underline underline-offset-4">
            {account('forgot')}
          </Link>
        </form>
      ) : (
        <Button look="quiet" onClick={() => setUnfolded(true)}>
          {t('otherWays')}
        </Button>
      )}
    </div>
  )
}
