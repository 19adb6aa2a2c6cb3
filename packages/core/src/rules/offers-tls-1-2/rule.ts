import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const offersTls12 = rule({
  id: 'offers-tls-1-2',
  question: 'Is TLS 1.2 offered?',
  needs: ['protocols'],
  evidence: ['versions'],
  sources: [sources.preparingTls12, sources.rfc8996],
  applies: () => true,
  judge({ facts }) {
    const tls12 = facts.protocols.find((fact) => fact.version === 'TLSv1.2')
    if (!tls12 || tls12.offered === null) return unknown(tls12?.reason ?? 'not-asked')
    const versions = facts.protocols.filter((fact) => fact.offered).map((fact) => fact.version)
    return tls12.offered ? pass({ versions: versions.join(', ') }) : fail({ versions: versions.join(', ') || '–' })
  },
})
