import { catalogue, type Finding, type FindingText, findingText, type Locale, type Source } from '@sundown/core/rules'

export interface FixStep {
  readonly text: string
  readonly stack: string | null
}

const rules = new Map(catalogue.map(({ rule }) => [rule.id, rule]))

/** A finding in words; one of a rule that this version no longer knows is named by its id. */
export const textOf = (finding: Finding, locale: Locale): FindingText =>
  findingText(finding, locale) ?? { title: finding.ruleId, detail: '', why: '', fix: null }

export const questionOf = ({ ruleId }: Finding): string => rules.get(ruleId)?.question ?? ruleId

export const sourcesOf = ({ ruleId }: Finding): readonly Source[] => rules.get(ruleId)?.sources ?? []

export function fixOf(finding: Finding, locale: Locale): FixStep[] {
  const { fix } = textOf(finding, locale)
  return fix === null ? [] : [{ text: fix, stack: null }]
}
