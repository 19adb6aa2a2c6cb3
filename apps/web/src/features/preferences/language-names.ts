import { type Locale, locales } from '../../i18n/locales.ts'
import { remember } from '../../i18n/remember.ts'

/** Each language in its own words, so that whoever is in the wrong one finds the way out. */
const ownNames: Readonly<Record<Locale, string>> = { en: 'English', da: 'Dansk' }

export const languageNames = locales.map((value) => ({ value, label: ownNames[value] }))

/** Keeps the language for this browser; the page follows when it is read again. */
export const rememberLanguage = (language: Locale): void => remember('locale', language)
