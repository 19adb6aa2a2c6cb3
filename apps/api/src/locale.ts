/** The languages that texts exist in. */
export const locales = ['en', 'da'] as const
export type Locale = (typeof locales)[number]
