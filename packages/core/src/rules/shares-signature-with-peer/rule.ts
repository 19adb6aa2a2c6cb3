import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const sharesSignatureWithPeer = rule({
  id: 'shares-signature-with-peer',
  question: 'Can its peer check a signature that the server makes?',
  needs: ['signatureSchemes'],
  evidence: ['peer', 'schemes'],
  sources: [sources.encryptionReference],
  applies: ({ peer, role, accepted }) =>
    role !== 'client' &&
    peer.signatureSchemes !== null &&
    accepted.some(
      ({ traits, versions }) => traits.forwardSecret && versions.some((one) => one === 'TLSv1.2' || one === 'TLSv1.3'),
    ),
  judge({ facts, peer }) {
    if (facts.signatureSchemes.length === 0) return unknown('not-asked')
    const shared = facts.signatureSchemes.filter((scheme) => peer.signatureSchemes?.includes(scheme.id))
    if (shared.length === 0 && facts.depth === 'quick') return unknown('not-asked')
    const seen = (shared.length > 0 ? shared : facts.signatureSchemes).map((scheme) => scheme.name).join(', ')
    return shared.length > 0 ? pass({ peer: peer.name, schemes: seen }) : fail({ peer: peer.name, schemes: seen })
  },
})
