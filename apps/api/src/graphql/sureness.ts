import type { Sureness } from '@sundown/core/rules'
import { describedEnum } from './enum.ts'

export const SurenessEnum = describedEnum<Sureness>('Sureness', 'How sure a statement is, from best to worst.', {
  read: 'Read at its source.',
  'third-party': 'Somebody else’s words about it.',
  memory: 'General knowledge.',
  unsure: 'Contradictory.',
})
