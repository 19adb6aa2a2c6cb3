import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToStarttlsInjection = vulnerabilityRule(
  'vulnerable-to-starttls-injection',
  'starttls-injection',
  'Did the server behave as one that STARTTLS injection works on?',
)
