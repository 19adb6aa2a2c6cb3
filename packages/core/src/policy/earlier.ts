/** Versions of shipped policies that were replaced, kept so that a stored answer and a pinned tenant keep their meaning. */
import { bsiTr021022 } from './bsi-tr-02102-2.ts'
import { microsoft365 } from './microsoft-365.ts'
import { mozillaIntermediate, mozillaModern } from './mozilla.ts'
import { nist80052r2 } from './nist-800-52r2.ts'
import { pciDss4 } from './pci-dss-4.ts'
import { type Policy, type RulePolicy, weigh } from './policy.ts'
import { rfc9325 } from './rfc-9325.ts'

const asOf = (version: string, policy: Policy, rules: Readonly<Record<string, RulePolicy>>): Policy => ({
  ...policy,
  id: `${policy.name}@${version}`,
  version,
  rules: { ...policy.rules, ...rules },
})

/** Missing TLS 1.2 held nothing, so that a fault inside it could cost more. */
const mildAbsence = { 'offers-tls-1-2': weigh('medium', 12) }

/** Oldest first. */
export const earlierPolicies: readonly Policy[] = [
  ...[microsoft365, nist80052r2, pciDss4, bsiTr021022, mozillaIntermediate].map((policy) =>
    asOf('2026-11-23', policy, mildAbsence),
  ),
  asOf('2026-11-23', mozillaModern, {}),
  {
    ...asOf('2026-11-23', rfc9325, {
      'offers-tls-1-2': weigh('high', 15, { required: true }),
      'accepts-static-rsa': weigh('medium', 5),
    }),
    sources: rfc9325.sources.slice(0, 1),
  },
]
