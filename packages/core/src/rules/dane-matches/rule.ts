import { fail, notApplicable, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const daneMatches = rule({
  id: 'dane-matches',
  question: 'Do the TLSA records match the certificate?',
  needs: ['mailPolicy'],
  evidence: ['records'],
  sources: [sources.rfc7672],
  applies: ({ starttls }) => starttls === 'smtp',
  judge({ facts }) {
    const tlsa = facts.mailPolicy?.tlsa
    if (!tlsa) return unknown('not-asked')
    if (tlsa.reason) return unknown(tlsa.reason)
    if (tlsa.records.length === 0) return notApplicable
    // RFC 7672 section 2.2: without DNSSEC a sender ignores the records.
    if (tlsa.dnssec === false) return notApplicable
    if (tlsa.dnssec === null || tlsa.matches === null) return unknown('not-asked')
    const evidence = { records: String(tlsa.records.length) }
    return tlsa.matches ? pass(evidence) : fail(evidence)
  },
})
