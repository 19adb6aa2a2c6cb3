import { listed } from '../accepted-suites.ts'
import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const offersAead = rule({
  id: 'offers-aead',
  question: 'Is at least one AEAD suite accepted?',
  needs: ['protocols'],
  evidence: ['suites'],
  sources: [sources.rfc9325],
  applies: () => true,
  judge({ accepted, suitesUnknown }) {
    const aead = accepted.filter(({ traits }) => traits.aead)
    if (aead.length > 0) return pass({ suites: listed(aead.map(({ suite }) => suite.name)) })
    return suitesUnknown ? unknown(suitesUnknown) : fail({ suites: listed(accepted.map(({ suite }) => suite.name)) })
  },
})
