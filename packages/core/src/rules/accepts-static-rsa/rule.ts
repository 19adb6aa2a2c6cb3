import { acceptedSuitesRule } from '../accepted-suites.ts'
import { sources } from '../sources.ts'

export const acceptsStaticRsa = acceptedSuitesRule(
  'accepts-static-rsa',
  'Are suites with static RSA key exchange accepted?',
  [sources.rfc10015, sources.rfc9325],
  ({ traits }) => traits.keyExchange === 'RSA' && traits.cipher !== 'NULL',
)
