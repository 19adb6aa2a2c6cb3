import { fail, leafRule, pass, unknown } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateNotRevoked = leafRule({
  id: 'certificate-not-revoked',
  question: 'Does the stapled revocation answer leave the certificate valid?',
  evidence: ['issuer'],
  sources: [sources.rfc6960],
  look({ issuer }, { ocsp, ocspStapled }) {
    if (ocspStapled.value === null) return unknown(ocspStapled.reason ?? 'not-asked')
    if (ocsp === undefined || ocsp.certificateStatus === null) return { outcome: 'not-applicable' }
    // A forged or broken signature proves nothing in either direction, and neither does a responder that knows nothing.
    if (ocsp.signatureValid === false || ocsp.certificateStatus === 'unknown') return unknown('inconsistent')
    return ocsp.certificateStatus === 'revoked' ? fail({ issuer }) : pass({ issuer })
  },
})
