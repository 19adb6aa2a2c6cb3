import { fail, leafRule, pass, unknown } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateKeyStrong = leafRule({
  id: 'certificate-key-strong',
  question: 'Is the key of the certificate long enough?',
  evidence: ['key', 'needed'],
  sources: [sources.rfc9325],
  look({ key }, _deployment, { parameters }) {
    const evidence = {
      key: `${key.algorithm} ${key.curve ?? key.bits ?? ''}`.trim(),
      needed: `RSA ${parameters.rsaBits}, EC ${parameters.ecBits}`,
    }
    if (key.algorithm === 'Ed25519' || key.algorithm === 'Ed448' || key.algorithm === 'ML-DSA') return pass(evidence)
    if (key.bits === null) return unknown('malformed')
    const needed = key.algorithm === 'EC' ? parameters.ecBits : parameters.rsaBits
    return key.bits >= needed ? pass(evidence) : fail(evidence)
  },
})
