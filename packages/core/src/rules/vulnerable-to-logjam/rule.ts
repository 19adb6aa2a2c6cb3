import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToLogjam = vulnerabilityRule(
  'vulnerable-to-logjam',
  'logjam',
  'Did the server behave as one that LOGJAM works on?',
)
