import { peerById } from '../../clients/peers.ts'
import { sharedSuitesRule } from '../shared-suites.ts'
import { sources } from '../sources.ts'

export const sharesSuiteWithEntraId = sharedSuitesRule({
  id: 'shares-suite-with-entra-id',
  peer: peerById('entra-id'),
  sources: [sources.entra],
  applies: ({ role, starttls }) => role === 'inbound' && starttls === null,
})
