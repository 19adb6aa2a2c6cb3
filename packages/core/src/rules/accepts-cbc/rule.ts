import { acceptedSuitesRule } from '../accepted-suites.ts'
import { sources } from '../sources.ts'

export const acceptsCbc = acceptedSuitesRule(
  'accepts-cbc',
  'Are CBC suites accepted?',
  [sources.rfc9325],
  ({ traits }) => !traits.aead && ['AES', 'CAMELLIA', 'ARIA', 'SEED'].includes(traits.cipher),
)
