import type { Facts } from '@sundown/core/facts'
import { guessStack, type Remedy, remediesFor, type Stack, stacks } from '@sundown/core/remediation'
import { catalogue, type Finding, type FindingText, findingText, type Locale, type Source } from '@sundown/core/rules'

/** A finding beside what decides which fixes fit. */
export interface SituatedFinding extends Finding {
  /** Stack that the tenant named or the facts suggest; null where neither says. */
  readonly stack: Stack | null
}

export interface FixStep {
  readonly text: string
  readonly remedy: Remedy | null
}

const rules = new Map(catalogue.map(({ rule }) => [rule.id, rule]))

/** A finding in words; one of a rule that this version no longer knows is named by its id. */
export const textOf = (finding: Finding, locale: Locale): FindingText =>
  findingText(finding, locale) ?? { title: finding.ruleId, detail: '', why: '', fix: null }

export const questionOf = ({ ruleId }: Finding): string => rules.get(ruleId)?.question ?? ruleId

export const sourcesOf = ({ ruleId }: Finding): readonly Source[] => rules.get(ruleId)?.sources ?? []

/** What to do in words, then the remedies for the stack; without a known stack those for every stack. */
export function fixOf(finding: SituatedFinding, locale: Locale): FixStep[] {
  const { fix } = textOf(finding, locale)
  if (fix === null) return []
  const remedies = remediesFor(finding.ruleId, finding.stack)
  return [{ text: fix, remedy: null }, ...remedies.map((remedy) => ({ text: remedy.title[locale], remedy }))]
}

/** The stack that the tenant named, else the one that the facts suggest. */
export const stackOf = (named: string | null, facts: Facts): Stack | null =>
  stacks.find((stack) => stack === named) ?? guessStack(facts)
