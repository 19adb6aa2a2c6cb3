'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { addPasskey, PasswordInput } from '../session/index.ts'
import { deviceOf } from './device-name.ts'

interface PasskeyFormProps {
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Names a passkey and makes it; asks for the password only where the sign-in was a while ago. */
export function PasskeyForm({ onDone, onCancel }: PasskeyFormProps) {
  const t = useTranslations('account')
  const session = useTranslations('session')
  const [name, setName] = useState(() => {
    const { browser, system } = deviceOf(navigator.userAgent)
    return browser && system ? t('device', { browser, system }) : (browser ?? system ?? '')
  })
  const [password, setPassword] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    setProblem(null)
    const outcome = await addPasskey(name.trim() || t('passkey'), password)
    setBusy(false)
    if (outcome === 'DONE') return onDone()
    if (outcome === 'NOT_FRESH') return setPassword('')
    setProblem(outcome === 'DISMISSED' ? t('passkeyDismissed') : t(`refusals.${outcome}`))
  }
  return (
    <form onSubmit={submit} noValidate className="grid max-w-sm gap-4">
      <Field label={t('passkeyName')} hint={t('passkeyNameHint')} error={password === null ? problem : null}>
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            name="passkey-name"
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
          />
        )}
      </Field>
      {password === null ? null : (
        <Field label={session('password')} hint={t('passwordForPasskey')} error={problem}>
          {(control) => (
            <PasswordInput
              {...control}
              autoFocus
              name="confirm-passkey"
              value={password}
              onChange={({ target }) => setPassword(target.value)}
              autoComplete="current-password"
            />
          )}
        </Field>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" busy={busy} disabled={password === ''}>
          {t('makePasskey')}
        </Button>
        <Button look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
