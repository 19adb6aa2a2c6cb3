'use client'

import { BadgeCheck, Mail } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Field, Select, TextInput } from '../../ui/field.tsx'
import { Pill } from '../../ui/pill.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { languageNames, rememberLanguage } from '../preferences/index.ts'
import { authRequest } from '../session/index.ts'
import { type Account, useAccountChanged } from './use-account.ts'

export function ProfileCard({ user }: { readonly user: Account['user'] }) {
  const t = useTranslations('account')
  const session = useTranslations('session')
  const toast = useToast()
  const router = useRouter()
  const changed = useAccountChanged()
  const shown = useLanguage()
  const [name, setName] = useState(user.name)
  const [language, setLanguage] = useState(languageNames.find(({ value }) => value === user.locale)?.value ?? shown)
  const [busy, setBusy] = useState(false)
  const [missing, setMissing] = useState(false)
  const [asked, setAsked] = useState(false)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() === '') return
    setBusy(true)
    const answer = await authRequest('/update-user', { name: name.trim(), locale: language })
    setBusy(false)
    toast({ text: answer.ok ? t('saved') : t(`refusals.${answer.refusal}`) })
    if (!answer.ok) return
    rememberLanguage(language)
    await changed()
    router.refresh()
  }
  const verify = async () => {
    const answer = await authRequest('/send-verification-email', {
      email: user.email,
      callbackURL: '/account?verified=1',
    })
    setAsked(answer.ok)
    toast({ text: answer.ok ? t('verifySent', { email: user.email }) : t(`refusals.${answer.refusal}`) })
  }

  return (
    <Card aria-labelledby="profile">
      <CardHeader id="profile" title={t('profile')} />
      <form onSubmit={save} noValidate className="grid gap-5 px-5 pb-5 sm:grid-cols-2">
        <Field label={session('name')} error={missing ? t('nameMissing') : null}>
          {(control) => (
            <TextInput
              {...control}
              name="name"
              value={name}
              maxLength={100}
              onChange={(event) => setName(event.target.value)}
              autoComplete="name"
            />
          )}
        </Field>
        <Field label={t('language')} hint={t('languageHint')}>
          {(control) => (
            <Select
              {...control}
              name="language"
              value={language}
              onChange={(event) =>
                setLanguage(languageNames.find(({ value }) => value === event.target.value)?.value ?? language)
              }
            >
              {languageNames.map(({ value, label }) => (
                <option key={value} value={value} lang={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2">
          <span className="min-w-0 break-all">{user.email}</span>
          {user.emailVerified ? (
            <Pill tone="ready" icon={<BadgeCheck aria-hidden="true" />}>
              {t('verified')}
            </Pill>
          ) : (
            <>
              <Pill tone="unknown">{t('notVerified')}</Pill>
              <Button size="small" icon={<Mail aria-hidden="true" />} disabled={asked} onClick={verify}>
                {t('verify')}
              </Button>
            </>
          )}
        </div>
        <div className="sm:col-span-2">
          <Button type="submit" look="primary" busy={busy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
