import type { PolicyFormFactsFragment, Severity } from '../../graphql/generated/graphql.ts'

export type RuleFacts = PolicyFormFactsFragment['rules'][number]

/** A rule as it stands in the form: numbers as they are typed, nothing for no limit and for no reason. */
export interface RuleValues {
  readonly severity: Severity
  readonly cost: string
  readonly cap: string
  readonly required: boolean
  readonly off: string
}

export const valuesOf = ({ severity, cost, cap, required, off }: Omit<RuleFacts, 'ruleId'>): RuleValues => ({
  severity,
  cost: String(cost),
  cap: cap === null || cap === undefined ? '' : String(cap),
  required,
  off: off ?? '',
})

/** What of a rule differs from the policy beneath, as the API takes it; null where nothing does. */
export function ruleChange(rule: RuleFacts, values: RuleValues): Readonly<Record<string, unknown>> | null {
  const before = valuesOf(rule)
  const said = {
    severity: values.severity.toLowerCase(),
    cost: numberOr(values.cost),
    cap: values.cap.trim() === '' ? null : numberOr(values.cap),
    required: values.required,
    off: values.off.trim() || null,
  }
  const fields = (Object.keys(said) as (keyof RuleValues)[]).filter((name) => values[name] !== before[name])
  return fields.length === 0 ? null : Object.fromEntries(fields.map((name) => [name, said[name]]))
}

/** All that differs from the policy beneath. */
export function changesOf(rules: readonly RuleFacts[], values: Readonly<Record<string, RuleValues>>) {
  const changed = rules.flatMap((rule) => {
    const change = values[rule.ruleId] && ruleChange(rule, values[rule.ruleId] as RuleValues)
    return change ? [[rule.ruleId, change] as const] : []
  })
  return { rules: Object.fromEntries(changed) }
}

/** What is no number goes as it was typed, so that the API says what is wrong with it. */
const numberOr = (text: string): number | string => {
  const trimmed = text.trim()
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text
}

export interface Problem {
  readonly path: string
  readonly code: string
}

/** The problem of one field of a rule; one of the rule as a whole stands with its cost. */
export const problemOf = (problems: readonly Problem[], ruleId: string, field: keyof RuleValues): Problem | undefined =>
  problems.find(({ path }) => path === `rules.${ruleId}.${field}` || (field === 'cost' && path === `rules.${ruleId}`))
