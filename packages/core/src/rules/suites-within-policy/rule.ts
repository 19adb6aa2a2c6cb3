import { listed } from '../accepted-suites.ts'
import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const suitesWithinPolicy = rule({
  id: 'suites-within-policy',
  question: 'Are all accepted suites allowed by the policy?',
  needs: ['protocols'],
  evidence: ['suites'],
  sources: [sources.rfc9325],
  applies: ({ parameters }) => parameters.cipherSuites !== null,
  judge({ accepted, suitesUnknown, parameters }) {
    const outside = accepted.filter(({ suite }) => !parameters.cipherSuites?.includes(suite.id))
    if (outside.length > 0) return fail({ suites: listed(outside.map(({ suite }) => suite.name)) })
    return suitesUnknown ? unknown(suitesUnknown) : pass({ suites: '' })
  },
})
