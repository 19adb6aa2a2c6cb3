/** The catalogue's texts of a rule: typed against the rule's evidence, in every language. */
import type { Rule } from './rule.ts'
import type { Locale } from './source.ts'

export interface RuleTexts {
  /** Short statement of the subject, for a list. */
  readonly title: string
  /** Why it matters, one paragraph. */
  readonly why: string
  /** What was seen, when the rule passes and when it fails; placeholders are filled from the evidence. */
  readonly pass: string
  readonly fail: string
  /** What to do, in one or two sentences; exact steps per stack come from the remediation catalogue. */
  readonly fix: string
}

export type Entry = Readonly<Record<Locale, RuleTexts>>

type Placeholder<S extends string> = S extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

type Checked<K extends string, T> = {
  readonly [L in keyof T]: {
    readonly [F in keyof T[L]]: T[L][F] extends string
      ? [Exclude<Placeholder<T[L][F]>, K>] extends [never]
        ? T[L][F]
        : `placeholder without evidence: ${Exclude<Placeholder<T[L][F]>, K>}`
      : never
  }
}

/** Writes the texts of `rule`; a placeholder that the rule gives no evidence for does not compile. */
export function entryFor<K extends string>(_rule: Rule<K>) {
  return <const T extends Entry>(texts: T & Checked<K, T>): Entry => texts
}

/** Puts evidence into a text; a placeholder without a value stays visible. */
export const fill = (text: string, evidence: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => evidence[name] ?? whole)
