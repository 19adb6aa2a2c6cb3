'use client'

import { CircleAlert, MailCheck } from 'lucide-react'
import Link from 'next/link'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { type AuthRefusal, authRequest } from './auth-request.ts'

/** Asks for a link by letter; says the same whether or not there is such an account. */
export function ForgotForm() {
  const t = useTranslations('account')
  const session = useTranslations('session')
  const [state, setState] = useState<'ASKING' | 'BUSY' | 'DONE'>('ASKING')
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)
  const [invalid, setInvalid] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email')).trim()
    setRefusal(null)
    setInvalid(!/^\S+@\S+$/.test(email))
    if (!/^\S+@\S+$/.test(email)) return
    setState('BUSY')
    const answer = await authRequest('/request-password-reset', { email })
    setState(answer.ok ? 'DONE' : 'ASKING')
    if (!answer.ok) setRefusal(answer.refusal)
  }

  return (
    <div className="grid gap-5">
      {state === 'DONE' ? (
        <Callout tone="ready" role="status" icon={<MailCheck aria-hidden="true" />}>
          {t('forgotDone')}
        </Callout>
      ) : (
        <form onSubmit={submit} noValidate className="grid gap-5">
          {refusal ? (
            <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
              {t(`refusals.${refusal}`)}
            </Callout>
          ) : null}
          <Field label={session('email')} error={invalid ? t('emailInvalid') : null}>
            {(control) => (
              <TextInput {...control} type="email" name="email" autoComplete="username" autoCapitalize="none" />
            )}
          </Field>
          <Button type="submit" look="primary" busy={state === 'BUSY'}>
            {t('sendLink')}
          </Button>
        </form>
      )}
      <Link href="/sign-in" className="justify-self-start text-link text-sm underline underline-offset-4">
        {t('backToSignIn')}
      </Link>
    </div>
  )
}
