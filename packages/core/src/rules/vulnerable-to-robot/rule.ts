import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToRobot = vulnerabilityRule(
  'vulnerable-to-robot',
  'robot',
  'Did the server behave as one that ROBOT works on?',
)
