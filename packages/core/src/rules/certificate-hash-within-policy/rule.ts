import type { CertificateFact } from '../../facts.ts'
import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { notApplicable } from '../rule.ts'
import { sources } from '../sources.ts'

export const certificateHashWithinPolicy = leafRule({
  id: 'certificate-hash-within-policy',
  question: 'Are all certificates below the root signed with a hash as long as the policy asks for?',
  evidence: ['algorithm', 'needed'],
  sources: [sources.rfc9325],
  look(leaf, { chain }, { parameters }) {
    if (parameters.certificateHashBits === null) return notApplicable
    const bits = parameters.certificateHashBits
    const needed = `SHA-${bits}`
    const weak = chain.find((certificate) => !certificate.selfIssued && hashBits(certificate) < bits)
    return weak
      ? fail({ algorithm: weak.signatureAlgorithm, needed })
      : pass({ algorithm: leaf.signatureAlgorithm, needed })
  },
})

/** A hash that the algorithm does not name (PSS, EdDSA) is taken to be long enough. */
function hashBits({ signatureAlgorithm }: CertificateFact): number {
  if (/md[245]/i.test(signatureAlgorithm)) return 128
  const size = /sha-?(\d+)/i.exec(signatureAlgorithm)?.[1]
  if (size === undefined) return Number.POSITIVE_INFINITY
  return size === '1' ? 160 : Number(size)
}
