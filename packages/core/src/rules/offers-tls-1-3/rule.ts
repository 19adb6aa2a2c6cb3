import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const offersTls13 = rule({
  id: 'offers-tls-1-3',
  question: 'Is TLS 1.3 offered?',
  needs: ['protocols'],
  evidence: [],
  sources: [sources.rfc8446, sources.rfc9325],
  applies: () => true,
  judge({ facts }) {
    const tls13 = facts.protocols.find((fact) => fact.version === 'TLSv1.3')
    if (!tls13 || tls13.offered === null) return unknown(tls13?.reason ?? 'not-asked')
    return tls13.offered ? pass({}) : fail({})
  },
})
