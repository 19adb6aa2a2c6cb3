'use client'

import { CircleAlert } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { type AuthRefusal, authRequest } from './auth-request.ts'

interface SecondFactorFormProps {
  readonly onDone: () => void
  readonly onBack: () => void
}

/** The second step of signing in: a code of the authenticator app, or a recovery code. */
export function SecondFactorForm({ onDone, onBack }: SecondFactorFormProps) {
  const t = useTranslations('account')
  const [recovery, setRecovery] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [recovery])

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).replaceAll(/\s/g, '')
    setBusy(true)
    setRefusal(null)
    const answer = await authRequest(recovery ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp', { code })
    if (answer.ok) return onDone()
    setBusy(false)
    setRefusal(answer.refusal === 'FAILED' ? 'WRONG_CODE' : answer.refusal)
  }

  return (
    <form onSubmit={submit} noValidate className="grid gap-5">
      {refusal && refusal !== 'WRONG_CODE' ? (
        <Callout tone="bad" role="alert" icon={<CircleAlert aria-hidden="true" />}>
          {t(`refusals.${refusal}`)}
        </Callout>
      ) : null}
      <Field
        key={String(recovery)}
        label={recovery ? t('recoveryCode') : t('code')}
        hint={recovery ? t('recoveryCodeHint') : t('codeHint')}
        error={refusal === 'WRONG_CODE' ? t('refusals.WRONG_CODE') : null}
      >
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            name="code"
            autoComplete="one-time-code"
            autoCapitalize="none"
            spellCheck={false}
            inputMode={recovery ? 'text' : 'numeric'}
            className="font-mono tracking-widest"
          />
        )}
      </Field>
      <Button type="submit" look="primary" busy={busy}>
        {t('continue')}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button look="quiet" size="small" onClick={() => setRecovery(!recovery)}>
          {recovery ? t('useCode') : t('useRecovery')}
        </Button>
        <Button look="quiet" size="small" onClick={onBack}>
          {t('backToSignIn')}
        </Button>
      </div>
    </form>
  )
}
