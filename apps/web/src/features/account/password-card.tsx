'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { type AuthRefusal, authRequest, PasswordInput, passwordStrength, StrengthMeter } from '../session/index.ts'
import { useAccountChanged } from './use-account.ts'

const empty = { current: '', next: '' }

export function PasswordCard() {
  const t = useTranslations('account')
  const toast = useToast()
  const changed = useAccountChanged()
  const [values, setValues] = useState(empty)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await authRequest('/change-password', {
      currentPassword: values.current,
      newPassword: values.next,
      revokeOtherSessions: true,
    })
    setBusy(false)
    setRefusal(answer.ok ? null : answer.refusal)
    if (answer.ok) {
      setValues(empty)
      toast({ text: t('passwordChanged') })
      await changed()
    } else if (!ofNext(answer.refusal) && answer.refusal !== 'WRONG_PASSWORD') {
      toast({ text: t(`refusals.${answer.refusal}`) })
    }
  }

  return (
    <Card aria-labelledby="password">
      <CardHeader id="password" title={t('password')} note={t('passwordNote')} />
      <form onSubmit={save} noValidate className="grid gap-5 px-5 pb-5 sm:grid-cols-2">
        <Field label={t('currentPassword')} error={refusal === 'WRONG_PASSWORD' ? t('refusals.WRONG_PASSWORD') : null}>
          {(control) => (
            <PasswordInput
              {...control}
              name="current-password"
              value={values.current}
              onChange={(event) => setValues({ ...values, current: event.target.value })}
              autoComplete="current-password"
            />
          )}
        </Field>
        <Field
          label={t('newPassword')}
          error={refusal && ofNext(refusal) ? t(`refusals.${refusal}`) : null}
          hint={<StrengthMeter strength={passwordStrength(values.next)} />}
        >
          {(control) => (
            <PasswordInput
              {...control}
              name="new-password"
              value={values.next}
              onChange={(event) => setValues({ ...values, next: event.target.value })}
              autoComplete="new-password"
            />
          )}
        </Field>
        <div className="sm:col-span-2">
          <Button type="submit" busy={busy} disabled={values.current === '' || values.next === ''}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Card>
  )
}

const ofNext = (refusal: AuthRefusal) => refusal === 'PASSWORD_TOO_SHORT' || refusal === 'PASSWORD_TOO_LONG'
