import { fail, leafRule, pass, unknown } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateTrusted = leafRule({
  id: 'certificate-trusted',
  question: 'Does the certificate lead to a trusted root?',
  evidence: ['issuer', 'state'],
  sources: [sources.rfc5280],
  look(leaf, { trust }) {
    const evidence = { issuer: leaf.issuer, state: trust.problem ?? trust.state }
    if (trust.state === 'unknown') return unknown(trust.reason ?? 'not-asked')
    return trust.state === 'trusted' || trust.state === 'incomplete' ? pass(evidence) : fail(evidence)
  },
})
