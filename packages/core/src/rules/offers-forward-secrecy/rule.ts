import { listed } from '../accepted-suites.ts'
import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const offersForwardSecrecy = rule({
  id: 'offers-forward-secrecy',
  question: 'Is at least one forward-secret suite accepted?',
  needs: ['protocols'],
  evidence: ['suites'],
  sources: [sources.rfc9325],
  applies: () => true,
  judge({ accepted, suitesUnknown }) {
    const secret = accepted.filter(({ traits }) => traits.forwardSecret)
    if (secret.length > 0) return pass({ suites: listed(secret.map(({ suite }) => suite.name)) })
    return suitesUnknown ? unknown(suitesUnknown) : fail({ suites: listed(accepted.map(({ suite }) => suite.name)) })
  },
})
