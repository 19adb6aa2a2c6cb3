import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const mtaStsEnforced = rule({
  id: 'mta-sts-enforced',
  question: 'Does the domain enforce MTA-STS?',
  needs: ['mailPolicy'],
  evidence: ['mode'],
  sources: [sources.rfc8461],
  applies: ({ starttls, role }) => starttls === 'smtp' && role === 'inbound',
  judge({ facts }) {
    const mtaSts = facts.mailPolicy?.mtaSts
    if (!mtaSts || mtaSts.reason) return unknown(mtaSts?.reason ?? 'not-asked')
    const evidence = { mode: mtaSts.mode ?? '–' }
    return mtaSts.mode === 'enforce' ? pass(evidence) : fail(evidence)
  },
})
