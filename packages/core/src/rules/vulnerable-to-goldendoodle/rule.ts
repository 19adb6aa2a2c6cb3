import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToGoldendoodle = vulnerabilityRule(
  'vulnerable-to-goldendoodle',
  'goldendoodle',
  'Did the server behave as one that GOLDENDOODLE works on?',
)
