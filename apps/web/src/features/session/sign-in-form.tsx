'use client'

import { useQueryClient } from '@tanstack/react-query'
import { CircleAlert } from 'lucide-react'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { PasswordInput } from './password-input.tsx'
import { returnPath } from './return-path.ts'
import { SecondFactorForm } from './second-factor-form.tsx'
import { type SignInOutcome, signIn } from './sign-in.ts'

export function SignInForm() {
  const t = useTranslations('session')
  const account = useTranslations('account')
  const router = useRouter()
  const next = returnPath(useSearchParams().get('next'))
  const queryClient = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<SignInOutcome | null>(null)
  const [missing, setMissing] = useState<readonly string[]>([])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const email = String(form.get('email')).trim()
    const password = String(form.get('password'))
    const empty = [email ? null : 'email', password ? null : 'password'].filter((name) => name !== null)
    setMissing(empty)
    setOutcome(null)
    if (empty.length > 0) return
    setBusy(true)
    const result = await signIn(email, password)
    setOutcome(result)
    if (result === 'DONE') return enter()
    setBusy(false)
  }
  const enter = () => {
    queryClient.clear()
    router.replace(next)
    router.refresh()
  }

  if (outcome === 'SECOND_FACTOR') return <SecondFactorForm onDone={enter} onBack={() => setOutcome(null)} />
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {outcome && outcome !== 'DONE' ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {t(`outcomes.${outcome}`)}
        </Callout>
      ) : null}
      <Field label={t('email')} error={missing.includes('email') ? t('emailMissing') : null}>
        {(control) => (
          <TextInput {...control} type="email" name="email" autoComplete="username" autoCapitalize="none" />
        )}
      </Field>
      <Field label={t('password')} error={missing.includes('password') ? t('passwordMissing') : null}>
        {(control) => <PasswordInput {...control} name="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {t('signIn')}
      </Button>
      <Link href="/forgot-password" className="justify-self-start text-link text-sm underline underline-offset-4">
        {account('forgot')}
      </Link>
    </form>
  )
}
