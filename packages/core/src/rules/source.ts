/** How sure a statement of fact is, from best to worst; shown to the reader beside the statement. */
export const surenesses = ['read', 'third-party', 'memory', 'unsure'] as const
/** `read`: at its source; `third-party`: somebody else's words about it; `memory`: general knowledge; `unsure`: contradictory. */
export type Sureness = (typeof surenesses)[number]

/** Where a statement comes from. */
export interface Source {
  readonly title: string
  /** ISO 8601 day or month, null where the source carries none. */
  readonly date: string | null
  readonly url: string | null
  readonly sureness: Sureness
}

export const locales = ['en', 'da'] as const
export type Locale = (typeof locales)[number]
export type LocalText = Readonly<Record<Locale, string>>
