import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToHeartbleed = vulnerabilityRule(
  'vulnerable-to-heartbleed',
  'heartbleed',
  'Did the server behave as one that Heartbleed works on?',
)
