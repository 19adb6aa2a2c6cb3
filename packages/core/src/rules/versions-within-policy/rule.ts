import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const versionsWithinPolicy = rule({
  id: 'versions-within-policy',
  question: 'Are all accepted versions allowed by the policy?',
  needs: ['protocols'],
  evidence: ['versions'],
  sources: [sources.rfc9325],
  applies: () => true,
  judge({ facts, parameters }) {
    const outside = facts.protocols.filter((fact) => !parameters.versions.includes(fact.version))
    const accepted = outside.filter((fact) => fact.offered)
    if (accepted.length > 0) return fail({ versions: accepted.map((fact) => fact.version).join(', ') })
    const open = outside.find((fact) => fact.offered === null)
    return open ? unknown(open.reason ?? 'not-asked') : pass({ versions: parameters.versions.join(', ') })
  },
})
