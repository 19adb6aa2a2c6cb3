import { clientExtension } from '../wire/extensions/extension.ts'
import { sessionTicket } from '../wire/extensions/session-ticket.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, anySuite, tlsVersions } from './check.ts'
import { found, notVulnerable, vulnerable, withoutSession } from './verdicts.ts'

/**
 * CVE-2016-9244: a ticket is offered beside a session id of 31 bytes. A flawed server echoes 32, so one byte of its
 * memory comes back, and that our 31 stand in front of it is no chance.
 */
export const ticketbleed: ActiveCheck = {
  id: 'ticketbleed',
  needs: 'permission',
  answers: { vulnerabilities: ['ticketbleed'], features: [] },
  suites: anySuite,
  versions: tlsVersions,
  connections: 12,
  run: async (context) => {
    const flags = ['extendedMasterSecret', 'sessionTicket'] as const
    const issued = await ask(
      context,
      { shape: 'ticket', change: { flags }, versions: tlsVersions },
      async (session) => {
        await session.finish()
        return session.ticket
      },
    )
    if (!issued.done) return found(withoutSession('ticketbleed', issued.ending))
    if (issued.value === null || issued.value.length === 0) {
      return found(notVulnerable('ticketbleed', { shape: issued.shape, answer: 'no ticket issued', bytes: '' }))
    }
    const sessionId = context.reach.random(31)
    const change = { extraExtensions: [clientExtension(sessionTicket, issued.value)] }
    const offered = await ask(
      context,
      { shape: 'ticket-with-short-id', change, versions: tlsVersions },
      async ({ flight }) => flight.hello.sessionId,
      { sessionId },
    )
    if (!offered.done) return found(withoutSession('ticketbleed', offered.ending))
    const echoed = offered.value
    const evidence = {
      shape: offered.shape,
      answer: `ServerHello with a session id of ${echoed.length} bytes`,
      bytes: '',
    }
    const isLeaking = echoed.length > 31 && Buffer.from(echoed.subarray(0, 31)).equals(sessionId)
    return found(isLeaking ? vulnerable('ticketbleed', evidence) : notVulnerable('ticketbleed', evidence))
  },
}
