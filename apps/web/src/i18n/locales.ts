export const locales = ['en', 'da'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

/** How dates and numbers are written in each language: the portal's English is British. */
export const formatLocales: Readonly<Record<Locale, string>> = { en: 'en-GB', da: 'da-DK' }

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Cookies that carry how a person wants to see the portal; they hold no secret. */
export const preferenceCookies = {
  locale: 'sundown-locale',
  theme: 'sundown-theme',
  timeZone: 'sundown-time-zone',
  tenant: 'sundown-tenant',
} as const
