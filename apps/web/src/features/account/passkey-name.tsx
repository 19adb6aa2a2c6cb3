'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { type AuthRefusal, authRequest } from '../session/index.ts'
import type { OwnPasskey } from './use-account.ts'

interface PasskeyNameProps {
  readonly passkey: OwnPasskey
  readonly onDone: () => void
  readonly onCancel: () => void
}

export function PasskeyName({ passkey, onDone, onCancel }: PasskeyNameProps) {
  const t = useTranslations('account')
  const [name, setName] = useState(passkey.name ?? '')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.select(), [])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await authRequest('/passkey/update-passkey', { id: passkey.id, name: name.trim() })
    setBusy(false)
    if (answer.ok) onDone()
    else setRefusal(answer.refusal)
  }
  return (
    <form onSubmit={submit} noValidate className="grid max-w-sm gap-3">
      <Field label={t('passkeyName')} error={refusal ? t(`refusals.${refusal}`) : null}>
        {(control) => (
          <TextInput
            {...control}
            ref={input}
            name="rename-passkey"
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
            autoComplete="off"
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" look="primary" busy={busy} disabled={name.trim() === ''}>
          {t('save')}
        </Button>
        <Button size="small" look="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
