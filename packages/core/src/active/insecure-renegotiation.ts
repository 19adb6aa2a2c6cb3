import { ask } from './candidates.ts'
import { type ActiveCheck, anySuite } from './check.ts'
import { renegotiate } from './renegotiate.ts'
import { staysOpen } from './stays-open.ts'
import { found, notVulnerable, unclear, vulnerable, withoutSession } from './verdicts.ts'

/** CVE-2009-3555: a client that knows nothing of RFC 5746 renegotiates, and the server goes along. */
export const insecureRenegotiation: ActiveCheck = {
  id: 'insecure-renegotiation',
  needs: 'permission',
  answers: { vulnerabilities: ['insecure-renegotiation'], features: [] },
  suites: anySuite,
  connections: 16,
  run: async (context) => {
    const id = 'insecure-renegotiation'
    const question = { shape: 'legacy-renegotiation', change: { renegotiationInfo: 'none' } } as const
    const tried = await ask(context, question, (session) =>
      renegotiate(session, context, 'second hello, unbound', () => ({})),
    )
    if (!tried.done) return found(withoutSession(id, tried.ending))
    const { kind, evidence } = tried.value
    if (kind === 'handshake') return found(vulnerable(id, evidence))
    if (kind === 'alert') return found(notVulnerable(id, evidence))
    if (kind === 'closed') {
      const isReaction = await staysOpen(context, question)
      return found(isReaction ? notVulnerable(id, evidence) : unclear(id, 'closed', evidence))
    }
    if (kind === 'silent') return found(unclear(id, 'timed-out', evidence))
    return found(unclear(id, kind === 'reset' ? 'reset' : 'inconsistent', evidence))
  },
}
