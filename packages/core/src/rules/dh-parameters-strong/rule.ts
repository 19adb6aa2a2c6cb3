import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const dhParametersStrong = rule({
  id: 'dh-parameters-strong',
  question: 'Is the Diffie-Hellman prime long enough?',
  needs: ['dh'],
  evidence: ['bits', 'needed'],
  sources: [sources.rfc9325],
  applies: ({ accepted }) => accepted.some(({ traits }) => traits.keyExchange === 'DHE'),
  judge({ facts, parameters }) {
    if (!facts.dh) return unknown('not-asked')
    const evidence = { bits: String(facts.dh.bits), needed: String(parameters.dhBits) }
    return facts.dh.bits >= parameters.dhBits ? pass(evidence) : fail(evidence)
  },
})
