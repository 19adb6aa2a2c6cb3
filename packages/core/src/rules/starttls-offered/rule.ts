import { fail, pass, rule, unknown } from '../rule.ts'
import { sources } from '../sources.ts'

export const starttlsOffered = rule({
  id: 'starttls-offered',
  question: 'Is STARTTLS offered?',
  needs: ['starttls'],
  evidence: ['banner'],
  sources: [sources.rfc3207],
  judgesUnobserved: true,
  applies: ({ starttls }) => starttls !== null,
  judge({ facts }) {
    const banner = facts.starttls?.banner ?? '–'
    const offered = facts.starttls?.offered
    if (facts.status === 'STARTTLS_REFUSED' && offered?.value === false) return fail({ banner })
    if (!offered || offered.value === null) return unknown(offered?.reason ?? facts.reason ?? 'not-asked')
    return offered.value ? pass({ banner }) : fail({ banner })
  },
})
