/** A finding in words. */
import { profileName } from '../clients/profile-name.ts'
import type { UnknownReason } from '../facts.ts'
import { answerText } from './answer-text.ts'
import { catalogue } from './catalogue.ts'
import { type Entry, fill } from './entry.ts'
import { evidenceTexts } from './evidence-texts.ts'
import type { Finding } from './finding.ts'
import type { Locale } from './source.ts'
import { unknownReasonTexts } from './unknown-reason-texts.ts'

export interface FindingText {
  readonly title: string
  readonly detail: string
  readonly why: string
  /** What to do; null unless the finding is a failure. */
  readonly fix: string | null
}

const entries: ReadonlyMap<string, Entry> = new Map(catalogue.map(({ rule, entry }) => [rule.id, entry]))

/** Texts of a finding in the reader's language; null for a rule that this version does not know. */
export function findingText(finding: Finding, locale: Locale): FindingText | null {
  const texts = entries.get(finding.ruleId)?.[locale]
  if (!texts) return null
  return {
    title: texts.title,
    detail: detailOf(finding, texts, locale),
    why: texts.why,
    fix: finding.outcome === 'fail' ? texts.fix : null,
  }
}

/** Short statement of a rule's subject; null for a rule that this version does not know. */
export const ruleTitle = (ruleId: string, locale: Locale): string | null => entries.get(ruleId)?.[locale].title ?? null

function detailOf(finding: Finding, texts: Entry[Locale], locale: Locale): string {
  const words = wording[locale]
  if (finding.outcome === 'pass') return fill(texts.pass, worded(finding.evidence, locale))
  if (finding.outcome === 'fail') return fill(texts.fail, worded(finding.evidence, locale))
  if (finding.outcome === 'not-applicable') return words.notApplicable
  return `${words.unknown}: ${reasonText(finding.evidence.reason, locale)}.`
}

const worded = (evidence: Finding['evidence'], locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(evidence).map(([key, value]) => [key, wordOf(key, value, locale)]))

function wordOf(key: string, value: string, locale: Locale): string {
  const known = evidenceTexts[key]?.[value]?.[locale]
  if (known) return known
  if (key === 'peer') return profileName({ name: value }, locale)
  return key === 'answer' ? answerText(value, locale) : value
}

/** A reason in words; an unknown reason stays as it is. */
export const reasonText = (reason: string | undefined, locale: Locale): string =>
  unknownReasonTexts[reason as UnknownReason]?.[locale] ?? reason ?? ''

const wording: Readonly<Record<Locale, { readonly notApplicable: string; readonly unknown: string }>> = {
  en: { notApplicable: 'Does not apply here.', unknown: 'Could not tell' },
  da: { notApplicable: 'Ikke relevant her.', unknown: 'Kunne ikke afgøres' },
}
