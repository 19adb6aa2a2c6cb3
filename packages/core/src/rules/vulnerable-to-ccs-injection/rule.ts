import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToCcsInjection = vulnerabilityRule(
  'vulnerable-to-ccs-injection',
  'ccs-injection',
  'Did the server behave as one that CCS injection works on?',
)
