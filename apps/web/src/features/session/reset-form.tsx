'use client'

import { CircleAlert, CircleCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field } from '../../ui/field.tsx'
import { type AuthRefusal, authRequest } from './auth-request.ts'
import { PasswordInput } from './password-input.tsx'
import { passwordStrength } from './password-strength.ts'
import { StrengthMeter } from './strength-meter.tsx'

/** Chooses a new password by the secret behind the # of the link. */
export function ResetForm() {
  const t = useTranslations('account')
  const [password, setPassword] = useState('')
  const [state, setState] = useState<'ASKING' | 'BUSY' | 'DONE'>('ASKING')
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)
  const ofField = refusal === 'PASSWORD_TOO_SHORT' || refusal === 'PASSWORD_TOO_LONG'

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setRefusal(null)
    setState('BUSY')
    const token = location.hash.slice(1)
    const answer = await authRequest('/reset-password', { token, newPassword: password })
    setState(answer.ok ? 'DONE' : 'ASKING')
    if (!answer.ok) setRefusal(token === '' ? 'LINK_OVER' : answer.refusal)
  }

  if (state === 'DONE')
    return (
      <div className="grid gap-5">
        <Callout tone="ready" role="status" icon={<CircleCheck aria-hidden="true" />}>
          {t('resetDone')}
        </Callout>
        <ButtonLink href="/sign-in" look="primary">
          {t('toSignIn')}
        </ButtonLink>
      </div>
    )
  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {refusal && !ofField ? (
        <Callout
          tone="bad"
          role="alert"
          icon={<CircleAlert aria-hidden="true" />}
          action={
            refusal === 'LINK_OVER' ? (
              <ButtonLink href="/forgot-password" size="small">
                {t('askAgain')}
              </ButtonLink>
            ) : null
          }
        >
          {t(`refusals.${refusal}`)}
        </Callout>
      ) : null}
      <Field
        label={t('newPassword')}
        error={ofField ? t(`refusals.${refusal}`) : null}
        hint={<StrengthMeter strength={passwordStrength(password)} />}
      >
        {(control) => (
          <PasswordInput
            {...control}
            name="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="new-password"
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={state === 'BUSY'}>
        {t('savePassword')}
      </Button>
    </form>
  )
}
