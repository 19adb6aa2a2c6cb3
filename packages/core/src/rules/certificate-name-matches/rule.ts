import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateNameMatches = leafRule({
  id: 'certificate-name-matches',
  question: 'Does the certificate carry the name that was asked for?',
  evidence: ['name', 'names'],
  sources: [sources.rfc9525],
  look(leaf, { nameMatches }, { serverName, host }) {
    const evidence = { name: serverName ?? host ?? '–', names: leaf.dnsNames.slice(0, 6).join(', ') || leaf.subject }
    if (nameMatches === null) return { outcome: 'not-applicable' }
    return nameMatches ? pass(evidence) : fail(evidence)
  },
})
