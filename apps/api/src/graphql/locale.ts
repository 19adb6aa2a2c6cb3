import { describedEnum } from './enum.ts'

export const locales = ['en', 'da'] as const
export type Locale = (typeof locales)[number]

export const LocaleEnum = describedEnum<Locale>('Locale', 'Language of texts.', { en: 'English.', da: 'Danish.' })
