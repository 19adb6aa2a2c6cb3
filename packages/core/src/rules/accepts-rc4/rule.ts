import { acceptedSuitesRule } from '../accepted-suites.ts'
import { sources } from '../sources.ts'

export const acceptsRc4 = acceptedSuitesRule(
  'accepts-rc4',
  'Is RC4 accepted?',
  [sources.rfc7465],
  ({ traits }) => traits.cipher === 'RC4',
)
