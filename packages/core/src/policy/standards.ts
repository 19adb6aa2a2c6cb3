/** What the other standards share: legacy versions and broken suites are forbidden, certificates must be good. */
import { microsoft365Rules } from './microsoft-365.ts'
import { type RulePolicy, weigh } from './policy.ts'

/** The default weights with everything required that every later standard requires. */
export const standardRules: Readonly<Record<string, RulePolicy>> = {
  ...microsoft365Rules,
  'offers-tls-1-2-or-later': weigh('critical', 100, { cap: 0, required: true }),
  'shares-suite-with-microsoft-365': weigh('high', 20),
  'accepts-tls-1-1': weigh('high', 10, { required: true }),
  'accepts-tls-1-0': weigh('high', 12, { required: true }),
  'accepts-ssl-3': weigh('critical', 20, { required: true }),
  'accepts-ssl-2': weigh('critical', 25, { required: true }),
  'versions-within-policy': weigh('medium', 4, { required: true }),
  'accepts-unauthenticated-suites': weigh('critical', 25, { cap: 60, required: true }),
  'accepts-broken-ciphers': weigh('critical', 20, { cap: 60, required: true }),
  'accepts-rc4': weigh('high', 12, { required: true }),
  'accepts-64-bit-blocks': weigh('high', 8, { required: true }),
  'dh-parameters-strong': weigh('high', 8, { required: true }),
  'certificate-in-date': weigh('critical', 25, { required: true }),
  'compression-off': weigh('medium', 6, { required: true }),
  'secure-renegotiation': weigh('medium', 6, { required: true }),
}
