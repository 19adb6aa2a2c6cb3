/** What may change by opinion: how much each rule matters. A policy is a dated, versioned data file and never edited in place. */
import type { Severity } from '../rules/finding.ts'
import type { Parameters } from '../rules/rule.ts'
import type { LocalText, Source } from '../rules/source.ts'

export interface RulePolicy {
  readonly severity: Severity
  /** Points of 100 that a failure takes. */
  readonly cost: number
  /** Highest score that is possible while the rule fails; null is no cap. */
  readonly cap: number | null
  /** Whether the standard demands it: a failure means that the endpoint does not conform. */
  readonly required: boolean
  /** Why the rule is not asked under this policy; null where it is. */
  readonly off: string | null
}

export interface Policy {
  /** Name and version, for instance `microsoft-365@2026-11-23`; stored with every judgement. */
  readonly id: string
  readonly name: string
  /** ISO 8601 day of this version. */
  readonly version: string
  /** Policy that a tenant's own one stands on; null for those that ship. */
  readonly basedOn: string | null
  readonly title: LocalText
  readonly sources: readonly Source[]
  readonly parameters: Parameters
  readonly rules: Readonly<Record<string, RulePolicy>>
}

/** One line of a policy file. */
export const weigh = (
  severity: Severity,
  cost: number,
  options: { readonly cap?: number; readonly required?: boolean } = {},
): RulePolicy => ({ severity, cost, cap: options.cap ?? null, required: options.required ?? false, off: null })

/** A rule that the policy does not ask, with the reason. */
export const off = (reason: string): RulePolicy => ({
  severity: 'info',
  cost: 0,
  cap: null,
  required: false,
  off: reason,
})
