import { peerById } from '../../clients/peers.ts'
import { fail, notApplicable, pass, rule, unknown } from '../rule.ts'
import { sharedWith } from '../shared-suites.ts'
import { sources } from '../sources.ts'

export const onlyStaticRsaShared = rule({
  id: 'only-static-rsa-shared',
  question: 'Are static RSA suites all that it has in common with Microsoft 365?',
  needs: ['protocols'],
  evidence: ['shared'],
  sources: [sources.encryptionReference, sources.staticRsaReports],
  applies: ({ role }) => role !== 'client',
  judge(context) {
    const shared = sharedWith(peerById('microsoft-365'), context)
    const names = shared.map((accepted) => accepted.suite.name).join(', ')
    if (shared.some((accepted) => accepted.traits.forwardSecret)) return pass({ shared: names })
    if (context.suitesUnknown) return unknown(context.suitesUnknown)
    return shared.length > 0 ? fail({ shared: names }) : notApplicable
  },
})
