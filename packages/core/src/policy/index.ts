/** The policies that ship. */
import { microsoft365 } from './microsoft-365.ts'
import type { Policy } from './policy.ts'

export { microsoft365 } from './microsoft-365.ts'
export type { Policy, RulePolicy } from './policy.ts'
export { scoreBands, scoreOf } from './score.ts'
export { situationOf, verdictOf, verdictRules } from './verdict.ts'

export const policies: readonly Policy[] = [microsoft365]
export const defaultPolicy: Policy = microsoft365

/** A shipped policy by its name (the newest version) or by its full id; undefined where there is none. */
export const policyNamed = (nameOrId: string): Policy | undefined =>
  policies.find((policy) => policy.id === nameOrId) ?? policies.findLast((policy) => policy.name === nameOrId)
