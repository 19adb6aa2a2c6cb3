import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateInDate = leafRule({
  id: 'certificate-in-date',
  question: 'Is the certificate within its validity dates?',
  evidence: ['from', 'to'],
  sources: [sources.rfc5280],
  look(leaf, _deployment, { now }) {
    const evidence = { from: leaf.notBefore.slice(0, 10), to: leaf.notAfter.slice(0, 10) }
    return Date.parse(leaf.notBefore) <= now && now <= Date.parse(leaf.notAfter) ? pass(evidence) : fail(evidence)
  },
})
