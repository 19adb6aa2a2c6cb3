import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const offersPostQuantum = rule({
  id: 'offers-post-quantum',
  question: 'Is a post-quantum hybrid group offered?',
  needs: ['groups'],
  evidence: ['groups'],
  sources: [sources.mozilla6],
  applies: ({ facts }) => facts.protocols.some((fact) => fact.version === 'TLSv1.3' && fact.offered === true),
  judge({ facts }) {
    if (facts.groups.length === 0) return unknown('not-asked')
    const hybrid = facts.groups.filter(
      (group) => (group.id >= 0x0200 && group.id <= 0x0202) || (group.id >= 0x11eb && group.id <= 0x11ed),
    )
    return hybrid.length > 0 ? pass({ groups: hybrid.map((group) => group.name).join(', ') }) : fail({ groups: '' })
  },
})
