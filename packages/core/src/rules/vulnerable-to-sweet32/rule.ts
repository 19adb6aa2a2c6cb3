import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToSweet32 = vulnerabilityRule(
  'vulnerable-to-sweet32',
  'sweet32',
  'Did the server behave as one that SWEET32 works on?',
)
