import { acceptedSuitesRule } from '../accepted-suites.ts'
import { sources } from '../sources.ts'

export const acceptsBrokenCiphers = acceptedSuitesRule(
  'accepts-broken-ciphers',
  'Are export, DES or RC2 suites accepted?',
  [sources.rfc9325],
  ({ traits }) =>
    traits.exportGrade ||
    traits.cipher === 'DES' ||
    traits.cipher === 'RC2' ||
    (traits.cipher !== 'NULL' && traits.bits > 0 && traits.bits < 112),
)
