import type { Locale as LocaleCode } from '../graphql/generated/graphql.ts'
import type { Locale } from './locales.ts'

/** The API's names of the portal's languages. */
export const localeCodes: Readonly<Record<Locale, LocaleCode>> = { en: 'EN', da: 'DA' }
