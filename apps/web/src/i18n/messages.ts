import { da } from '../messages/da.ts'
import { en, type Messages } from '../messages/en.ts'
import type { Locale } from './locales.ts'

export const messages: Readonly<Record<Locale, Messages>> = { en, da }

declare module 'use-intl' {
  interface AppConfig {
    Locale: string
    Messages: typeof en
  }
}
