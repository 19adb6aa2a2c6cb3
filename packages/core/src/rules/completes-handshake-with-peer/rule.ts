import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const completesHandshakeWithPeer = rule({
  id: 'completes-handshake-with-peer',
  question: 'Would its peer complete a handshake at TLS 1.2 or later?',
  needs: ['protocols', 'groups', 'signatureSchemes', 'certificates'],
  evidence: ['peer', 'result'],
  sources: [sources.encryptionReference],
  applies: ({ role }) => role !== 'client',
  judge({ handshake, peer }) {
    if (handshake.outcome === 'unknown') return unknown(handshake.reason)
    if (handshake.outcome === 'fails') return fail({ peer: peer.name, result: handshake.reason })
    const group = handshake.group ? `, ${handshake.group.name}` : ''
    return pass({ peer: peer.name, result: `${handshake.version}, ${handshake.cipherSuite.name}${group}` })
  },
})
