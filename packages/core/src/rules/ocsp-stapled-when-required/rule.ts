import { fail, leafRule, pass, unknown } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const ocspStapledWhenRequired = leafRule({
  id: 'ocsp-stapled-when-required',
  question: 'Is a revocation answer stapled where the certificate demands one?',
  evidence: [],
  sources: [sources.rfc7633],
  look({ mustStaple }, { ocspStapled }) {
    if (!mustStaple) return { outcome: 'not-applicable' }
    if (ocspStapled.value === null) return unknown(ocspStapled.reason ?? 'not-asked')
    return ocspStapled.value ? pass({}) : fail({})
  },
})
