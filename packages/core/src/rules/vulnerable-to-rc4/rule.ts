import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToRc4 = vulnerabilityRule(
  'vulnerable-to-rc4',
  'rc4',
  'Did the server behave as one that RC4 bias works on?',
)
