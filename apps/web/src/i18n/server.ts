import { cookies, headers } from 'next/headers'
import { createTranslator } from 'use-intl/core'
import type { Locale, Theme } from './locales.ts'
import { formatLocales, preferenceCookies } from './locales.ts'
import { messages } from './messages.ts'
import { chosenTheme, chosenTimeZone, negotiateLocale } from './negotiate.ts'

export interface Preferences {
  readonly locale: Locale
  readonly theme: Theme
  readonly timeZone: string
}

/** How the person of this request wants to see the portal. */
export async function requestPreferences(): Promise<Preferences> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  return {
    locale: negotiateLocale(jar.get(preferenceCookies.locale)?.value, head.get('accept-language')),
    theme: chosenTheme(jar.get(preferenceCookies.theme)?.value),
    timeZone: chosenTimeZone(jar.get(preferenceCookies.timeZone)?.value),
  }
}

/** Translator for what the server itself writes, such as page titles. */
export async function requestTranslator() {
  const { locale } = await requestPreferences()
  return createTranslator({ locale: formatLocales[locale], messages: messages[locale] })
}
