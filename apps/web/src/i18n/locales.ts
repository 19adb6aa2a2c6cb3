export const locales = ['en', 'da'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'en'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** Cookies that carry how a person wants to see the portal; they hold no secret. */
export const preferenceCookies = {
  locale: 'sundown-locale',
  theme: 'sundown-theme',
  timeZone: 'sundown-time-zone',
} as const
