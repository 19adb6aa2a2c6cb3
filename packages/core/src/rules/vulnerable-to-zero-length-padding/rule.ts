import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToZeroLengthPadding = vulnerabilityRule(
  'vulnerable-to-zero-length-padding',
  'zero-length-padding',
  'Did the server behave as one that Zero-length padding oracle works on?',
)
