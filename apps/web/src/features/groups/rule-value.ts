import type { EndpointConditionInput, EndpointRuleInput, GroupLineFragment } from '../../graphql/generated/graphql.ts'

/** What a condition may ask of. */
export const subjects = ['hosts', 'tags', 'verdicts', 'roles', 'ports', 'starttls', 'stacks'] as const
export type Subject = (typeof subjects)[number]

/** A condition while it is edited: values as texts, whichever kind they are. `key` only tells lines apart. */
export interface Condition {
  readonly key: number
  readonly subject: Subject
  readonly not: boolean
  readonly values: readonly string[]
}

export interface RuleValue {
  readonly match: 'ALL' | 'ANY'
  readonly conditions: readonly Condition[]
}

export const firstRule: RuleValue = { match: 'ALL', conditions: [{ key: 0, subject: 'hosts', not: false, values: [] }] }

/** The condition with another subject starts without values. */
export const added = (rule: RuleValue): RuleValue => ({
  ...rule,
  conditions: [
    ...rule.conditions,
    { key: Math.max(-1, ...rule.conditions.map(({ key }) => key)) + 1, subject: 'tags', not: false, values: [] },
  ],
})

export function ruleInput({ match, conditions }: RuleValue): EndpointRuleInput {
  return {
    match,
    conditions: conditions.map(
      ({ subject, not, values }): EndpointConditionInput => ({
        not,
        [subject]: subject === 'ports' ? values.map(Number) : [...values],
      }),
    ),
  }
}

/** Whether every condition asks for something. */
export const isWhole = ({ conditions }: RuleValue): boolean =>
  conditions.length > 0 && conditions.every(({ values }) => values.length > 0)

export function ruleValue(rule: NonNullable<GroupLineFragment['rule']>): RuleValue {
  return {
    match: rule.match,
    conditions: rule.conditions.flatMap((condition, key) => {
      const subject = subjects.find((each) => condition[each] !== null)
      return subject ? [{ key, subject, not: condition.not, values: (condition[subject] ?? []).map(String) }] : []
    }),
  }
}
