import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToPoodleTls = vulnerabilityRule(
  'vulnerable-to-poodle-tls',
  'poodle-tls',
  'Did the server behave as one that POODLE over TLS works on?',
)
