import type { CertificateFact } from '../../facts.ts'
import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateSignatureStrong = leafRule({
  id: 'certificate-signature-strong',
  question: 'Are all certificates below the root signed with SHA-2?',
  evidence: ['algorithm'],
  sources: [sources.encryptionReference],
  look(leaf, { chain }) {
    const weak = chain.find((certificate) => !certificate.selfIssued && isWeak(certificate))
    return weak ? fail({ algorithm: weak.signatureAlgorithm }) : pass({ algorithm: leaf.signatureAlgorithm })
  },
})

/** A self-issued certificate's own signature proves nothing, so its hash does not matter. */
const isWeak = ({ signatureAlgorithm }: CertificateFact): boolean => /sha-?1(?!\d)|md[245]/i.test(signatureAlgorithm)
