import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToCrime = vulnerabilityRule(
  'vulnerable-to-crime',
  'crime',
  'Did the server behave as one that CRIME works on?',
)
