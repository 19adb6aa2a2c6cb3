import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToZombiePoodle = vulnerabilityRule(
  'vulnerable-to-zombie-poodle',
  'zombie-poodle',
  'Did the server behave as one that Zombie POODLE works on?',
)
