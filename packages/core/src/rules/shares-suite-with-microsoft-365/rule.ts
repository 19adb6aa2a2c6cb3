import { peerById } from '../../clients/peers.ts'
import { sharedSuitesRule } from '../shared-suites.ts'
import { sources } from '../sources.ts'

export const sharesSuiteWithMicrosoft365 = sharedSuitesRule({
  id: 'shares-suite-with-microsoft-365',
  peer: peerById('microsoft-365'),
  sources: [sources.encryptionReference],
  applies: () => true,
})
