import { type Locale, locales } from '../locale.ts'

/** The language of a letter: the person's, else the one that the portal or the browser was set to when it was asked for. */
export function letterLocale(own: unknown, headers?: Headers): Locale {
  const cookie = /(?:^|;\s*)sundown-locale=(\w+)/.exec(headers?.get('cookie') ?? '')?.[1]
  const browser = headers?.get('accept-language')?.slice(0, 2).toLowerCase()
  return [own, cookie, browser].flatMap((wanted) => locales.filter((locale) => locale === wanted))[0] ?? 'en'
}
