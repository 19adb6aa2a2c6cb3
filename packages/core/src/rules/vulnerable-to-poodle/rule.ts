import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToPoodle = vulnerabilityRule(
  'vulnerable-to-poodle',
  'poodle',
  'Did the server behave as one that POODLE works on?',
)
