import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToDrown = vulnerabilityRule(
  'vulnerable-to-drown',
  'drown',
  'Did the server behave as one that DROWN works on?',
)
