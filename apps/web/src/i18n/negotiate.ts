import { defaultLocale, type Locale, locales, type Theme, themes } from './locales.ts'

/** The chosen language, else the best of `Accept-Language` (RFC 9110 section 12.5.4), else English. */
export function negotiateLocale(chosen: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(chosen)) return chosen
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = Number(
        parameters
          .find((each) => each.trim().startsWith('q='))
          ?.trim()
          .slice(2) ?? 1,
      )
      return { language: tag.split('-')[0] ?? '', quality: Number.isFinite(quality) ? quality : 0, index }
    })
    .filter((each) => each.quality > 0)
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  return wanted.map((each) => each.language).find(isLocale) ?? defaultLocale
}

export function chosenTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}

/** A zone that this runtime knows, else UTC: a cookie is input. */
export function chosenTimeZone(value: string | undefined): string {
  if (value === undefined) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    return 'UTC'
  }
}

const isLocale = (value: string | undefined): value is Locale => locales.some((locale) => locale === value)
