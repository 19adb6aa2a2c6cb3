import { peerById } from '../../clients/peers.ts'
import { sharedSuitesRule } from '../shared-suites.ts'
import { sources } from '../sources.ts'

export const sharesSuiteWithExchangeOnline = sharedSuitesRule({
  id: 'shares-suite-with-exchange-online',
  peer: peerById('exchange-online'),
  sources: [sources.encryptionReference, sources.exchangeSmtp],
  applies: ({ role }) => role === 'inbound',
})
