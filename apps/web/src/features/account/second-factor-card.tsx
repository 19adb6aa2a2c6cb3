'use client'

import { ShieldCheck, ShieldOff } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'
import { Pill } from '../../ui/pill.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { type AuthRefusal, authRequest, PasswordInput } from '../session/index.ts'
import { type Enrolment, SecondFactorEnrolment } from './second-factor-enrolment.tsx'
import { useAccountChanged } from './use-account.ts'

/** Turning the second factor on or off; either asks for the password. */
export function SecondFactorCard({ on }: { readonly on: boolean }) {
  const t = useTranslations('account')
  const session = useTranslations('session')
  const toast = useToast()
  const changed = useAccountChanged()
  const [asking, setAsking] = useState(false)
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null)

  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const answer = await authRequest<Enrolment>(on ? '/two-factor/disable' : '/two-factor/enable', { password })
    setBusy(false)
    setRefusal(answer.ok ? null : answer.refusal)
    if (!answer.ok) return
    setPassword('')
    setAsking(false)
    if (!on) return setEnrolment(answer.data)
    toast({ text: t('secondFactorOff') })
    await changed()
  }
  const done = async () => {
    setEnrolment(null)
    toast({ text: t('secondFactorOn') })
    await changed()
  }

  return (
    <Card aria-labelledby="second-factor">
      <CardHeader
        id="second-factor"
        title={t('secondFactor')}
        note={t('secondFactorNote')}
        action={
          <Pill
            tone={on ? 'ready' : 'unknown'}
            icon={on ? <ShieldCheck aria-hidden="true" /> : <ShieldOff aria-hidden="true" />}
          >
            {t(on ? 'on' : 'off')}
          </Pill>
        }
      />
      <div className="px-5 pb-5">
        {enrolment ? (
          <SecondFactorEnrolment enrolment={enrolment} onDone={done} />
        ) : asking ? (
          <form onSubmit={confirm} noValidate className="grid max-w-sm gap-4">
            <Field label={session('password')} error={refusal ? t(`refusals.${refusal}`) : null}>
              {(control) => (
                <PasswordInput
                  {...control}
                  name="confirm-password"
                  value={password}
                  onChange={(event) => setPassword(event.target.value)}
                  autoComplete="current-password"
                />
              )}
            </Field>
            <div className="flex flex-wrap gap-2">
              <Button type="submit" look={on ? 'danger' : 'primary'} busy={busy} disabled={password === ''}>
                {t(on ? 'turnOff' : 'continue')}
              </Button>
              <Button look="quiet" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
            </div>
          </form>
        ) : (
          <Button onClick={() => setAsking(true)}>{t(on ? 'turnOff' : 'turnOn')}</Button>
        )}
      </div>
    </Card>
  )
}
