import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const sharesGroupWithPeer = rule({
  id: 'shares-group-with-peer',
  question: 'Is a key-exchange group in common with its peer?',
  needs: ['groups'],
  evidence: ['peer', 'groups'],
  sources: [sources.frontDoor, sources.encryptionReference],
  applies: ({ accepted, peer, role }) =>
    role !== 'client' &&
    peer.groups.length > 0 &&
    accepted.some(({ traits }) => traits.keyExchange === 'ECDHE' || traits.keyExchange === 'TLS13'),
  judge({ facts, peer }) {
    if (facts.groups.length === 0) return unknown('not-asked')
    const shared = facts.groups.filter((group) => peer.groups.includes(group.id))
    // A quick look sees the group chosen for us, not those that the peer could have chosen.
    if (shared.length === 0 && facts.depth === 'quick') return unknown('not-asked')
    const seen = (shared.length > 0 ? shared : facts.groups).map((group) => group.name).join(', ')
    return shared.length > 0 ? pass({ peer: peer.name, groups: seen }) : fail({ peer: peer.name, groups: seen })
  },
})
