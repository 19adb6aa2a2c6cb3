import type { Locale } from '../locale.ts'
import { describedEnum } from './enum.ts'

export const LocaleEnum = describedEnum<Locale>('Locale', 'Language of texts.', { en: 'English.', da: 'Danish.' })
