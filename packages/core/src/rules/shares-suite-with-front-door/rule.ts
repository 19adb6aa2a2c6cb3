import { peerById } from '../../clients/peers.ts'
import { sharedSuitesRule } from '../shared-suites.ts'
import { sources } from '../sources.ts'

export const sharesSuiteWithFrontDoor = sharedSuitesRule({
  id: 'shares-suite-with-front-door',
  peer: peerById('front-door'),
  sources: [sources.frontDoor],
  applies: ({ role, starttls }) => role === 'inbound' && starttls === null,
})
