'use client'

import { type FormEvent, lazy, Suspense, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type AuthRefusal, authRequest } from '../session/index.ts'

const QrCode = lazy(() => import('./qr-code.tsx'))

export interface Enrolment {
  readonly totpURI: string
  readonly backupCodes: readonly string[]
}

/** Scan, keep the recovery codes, show one right code: only then the second factor is on. */
export function SecondFactorEnrolment({
  enrolment: { totpURI, backupCodes },
  onDone,
}: {
  readonly enrolment: Enrolment
  readonly onDone: () => Promise<void>
}) {
  const t = useTranslations('account')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<AuthRefusal | null>(null)
  const secret = new URL(totpURI).searchParams.get('secret') ?? ''

  const confirm = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code')).replaceAll(/\s/g, '')
    setBusy(true)
    const answer = await authRequest('/two-factor/verify-totp', { code })
    setBusy(false)
    setRefusal(answer.ok ? null : answer.refusal === 'FAILED' ? 'WRONG_CODE' : answer.refusal)
    if (answer.ok) await onDone()
  }

  return (
    <ol className="grid gap-6">
      <li className="grid gap-3">
        <p className="font-medium">{t('scan')}</p>
        <div className="flex flex-wrap items-center gap-5">
          <Suspense fallback={<Skeleton className="size-44" />}>
            <QrCode text={totpURI} label={t('qrCode')} />
          </Suspense>
          <div className="min-w-0 flex-1">
            <p className="text-ink-soft text-sm">{t('secretHint')}</p>
            <p className="mt-1 break-all font-mono text-sm">{secret.match(/.{1,4}/g)?.join(' ')}</p>
          </div>
        </div>
      </li>
      <li className="grid gap-3">
        <p className="font-medium">{t('recoveryCodes')}</p>
        <p className="text-ink-soft text-sm">{t('recoveryCodesNote')}</p>
        <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono text-sm sm:max-w-sm">
          {backupCodes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <div>
          <CopyButton text={backupCodes.join('\n')} label={t('copy')} copiedLabel={t('copied')} />
        </div>
      </li>
      <li>
        <form onSubmit={confirm} noValidate className="grid max-w-sm gap-4">
          <Field label={t('code')} hint={t('codeHint')} error={refusal ? t(`refusals.${refusal}`) : null}>
            {(control) => (
              <TextInput
                {...control}
                name="code"
                inputMode="numeric"
                autoComplete="one-time-code"
                className="font-mono tracking-widest"
              />
            )}
          </Field>
          <div>
            <Button type="submit" look="primary" busy={busy}>
              {t('turnOn')}
            </Button>
          </div>
        </form>
      </li>
    </ol>
  )
}
