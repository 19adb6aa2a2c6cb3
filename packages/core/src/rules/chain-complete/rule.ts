import { fail, leafRule, pass, unknown } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const chainComplete = leafRule({
  id: 'chain-complete',
  question: 'Does the server send every intermediate certificate?',
  evidence: ['count', 'issuer'],
  sources: [sources.rfc5280],
  look(_leaf, { trust, chain }) {
    const evidence = { count: String(chain.length), issuer: chain.at(-1)?.issuer ?? '' }
    if (trust.state === 'unknown') return unknown(trust.reason ?? 'not-asked')
    if (trust.state === 'untrusted' || trust.state === 'self-signed') return { outcome: 'not-applicable' }
    return trust.state === 'incomplete' ? fail(evidence) : pass(evidence)
  },
})
