import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateLifetimeWithinPolicy = leafRule({
  id: 'certificate-lifetime-within-policy',
  question: 'Is the certificate issued for no longer than the policy allows?',
  evidence: ['days', 'allowed'],
  sources: [sources.mozilla6],
  look({ notBefore, notAfter }, _deployment, { parameters: { certificateMaxDays } }) {
    if (certificateMaxDays === null) return { outcome: 'not-applicable' }
    const days = Math.ceil((Date.parse(notAfter) - Date.parse(notBefore)) / 86_400_000)
    const evidence = { days: String(days), allowed: String(certificateMaxDays) }
    return days <= certificateMaxDays ? pass(evidence) : fail(evidence)
  },
})
