import { fail, leafRule, pass } from '../leaf-certificates.ts'
import { sources } from '../sources.ts'

export const certificateOutlastsDeadline = leafRule({
  id: 'certificate-outlasts-deadline',
  question: 'Is the certificate valid until after the warning period and the next announced date?',
  evidence: ['to', 'until'],
  sources: [sources.preparingTls12],
  look(leaf, _deployment, { now, parameters, nextDeadline }) {
    const end = Date.parse(leaf.notAfter)
    const warning = now + parameters.certificateWarningDays * 86_400_000
    const needed = Math.max(warning, nextDeadline ? Date.parse(nextDeadline) : 0)
    const evidence = { to: leaf.notAfter.slice(0, 10), until: new Date(needed).toISOString().slice(0, 10) }
    if (end < now) return { outcome: 'not-applicable' }
    return end >= needed ? pass(evidence) : fail(evidence)
  },
})
