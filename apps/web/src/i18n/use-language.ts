'use client'

import { useLocale } from 'use-intl'
import { defaultLocale, type Locale, locales } from './locales.ts'

/** The language of the page, without the region that dates and numbers are written for. */
export function useLanguage(): Locale {
  const [language] = useLocale().split('-')
  return locales.find((locale) => locale === language) ?? defaultLocale
}
