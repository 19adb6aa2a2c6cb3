import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToInsecureRenegotiation = vulnerabilityRule(
  'vulnerable-to-insecure-renegotiation',
  'insecure-renegotiation',
  'Did the server behave as one that Insecure renegotiation works on?',
)
