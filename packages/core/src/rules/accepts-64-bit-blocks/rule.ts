import { acceptedSuitesRule } from '../accepted-suites.ts'
import { sources } from '../sources.ts'

export const accepts64BitBlocks = acceptedSuitesRule(
  'accepts-64-bit-blocks',
  'Are suites with 64-bit blocks (3DES, IDEA) accepted?',
  [sources.encryptionReference, sources.rfc9325],
  ({ traits }) => traits.cipher === '3DES' || traits.cipher === 'IDEA',
)
