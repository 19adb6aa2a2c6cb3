import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const groupsWithinPolicy = rule({
  id: 'groups-within-policy',
  question: 'Are all accepted groups allowed by the policy?',
  needs: ['groups'],
  evidence: ['groups'],
  sources: [sources.rfc9325],
  applies: ({ parameters }) => parameters.groups !== null,
  judge({ facts, parameters }) {
    if (facts.groups.length === 0) return unknown('not-asked')
    const outside = facts.groups.filter((group) => !parameters.groups?.includes(group.id))
    return outside.length > 0 ? fail({ groups: outside.map((group) => group.name).join(', ') }) : pass({ groups: '' })
  },
})
