import type { Cloud } from '@sundown/core/deadlines'
import { describedEnum } from './enum.ts'

export const CloudEnum = describedEnum<Cloud>('Cloud', 'One of Microsoft’s clouds.', {
  worldwide: 'The one that most are in.',
  gcc: 'Government Community Cloud.',
  'gcc-high': 'GCC High.',
  dod: 'Department of Defense.',
  china: 'China, operated by 21Vianet.',
})
