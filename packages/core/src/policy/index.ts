/** The policies that ship. */
import { bsiTr021022 } from './bsi-tr-02102-2.ts'
import { earlierPolicies } from './earlier.ts'
import { microsoft365 } from './microsoft-365.ts'
import { mozillaIntermediate, mozillaModern } from './mozilla.ts'
import { nist80052r2 } from './nist-800-52r2.ts'
import { pciDss4 } from './pci-dss-4.ts'
import type { Policy } from './policy.ts'
import { rfc9325 } from './rfc-9325.ts'

export { earlierPolicies } from './earlier.ts'
export { type Grade, grades, type Letter, letterOf } from './letter.ts'
export { letterCapTexts } from './letter-texts.ts'
export { microsoft365 } from './microsoft-365.ts'
export { offReason } from './off-reasons.ts'
export type { Policy, RulePolicy } from './policy.ts'
export { scoreBands, scoreOf } from './score.ts'
export { situationOf, verdictOf, verdictRules } from './verdict.ts'

export const policies: readonly Policy[] = [
  microsoft365,
  nist80052r2,
  pciDss4,
  bsiTr021022,
  mozillaModern,
  mozillaIntermediate,
  rfc9325,
]
export const defaultPolicy: Policy = microsoft365

/** A shipped policy by its name (the newest version) or by its full id, replaced ones included; undefined where there is none. */
export const policyNamed = (nameOrId: string): Policy | undefined =>
  policies.find((policy) => policy.id === nameOrId || policy.name === nameOrId) ??
  earlierPolicies.find((policy) => policy.id === nameOrId)
