import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const offersTls12OrLater = rule({
  id: 'offers-tls-1-2-or-later',
  question: 'Is TLS 1.2 or TLS 1.3 offered?',
  needs: ['protocols'],
  evidence: ['versions'],
  sources: [sources.preparingTls12],
  applies: () => true,
  judge({ facts }) {
    const modern = facts.protocols.filter((fact) => fact.version === 'TLSv1.2' || fact.version === 'TLSv1.3')
    const versions = facts.protocols.filter((fact) => fact.offered).map((fact) => fact.version)
    const evidence = { versions: versions.join(', ') || '–' }
    if (modern.some((fact) => fact.offered)) return pass(evidence)
    const open = modern.find((fact) => fact.offered === null)
    return open || modern.length === 0 ? unknown(open?.reason ?? 'not-asked') : fail(evidence)
  },
})
