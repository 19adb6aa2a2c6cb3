import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToFreak = vulnerabilityRule(
  'vulnerable-to-freak',
  'freak',
  'Did the server behave as one that FREAK works on?',
)
