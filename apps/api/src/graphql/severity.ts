import type { Severity } from '@sundown/core/rules'
import { describedEnum } from './enum.ts'

export const SeverityEnum = describedEnum<Severity>('Severity', 'Weight of a finding, set by the policy.', {
  critical: 'Breaks now or on the next deadline.',
  high: 'Breaks soon.',
  medium: 'Should be fixed.',
  low: 'Hygiene.',
  info: 'For information.',
})
