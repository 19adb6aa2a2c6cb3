import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const tlsReportsAskedFor = rule({
  id: 'tls-reports-asked-for',
  question: 'Does the domain ask for TLS reports?',
  needs: ['mailPolicy'],
  evidence: [],
  sources: [sources.rfc8460],
  applies: ({ starttls, role }) => starttls === 'smtp' && role === 'inbound',
  judge({ facts }) {
    const answer = facts.mailPolicy?.tlsRpt
    if (!answer || answer.value === null) return unknown(answer?.reason ?? 'not-asked')
    return answer.value ? pass({}) : fail({})
  },
})
