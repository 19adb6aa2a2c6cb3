import type { Answer, Evidence } from '../facts.ts'
import type { ClientSession } from '../session/index.ts'
import { clientExtension } from '../wire/extensions/extension.ts'
import { sessionTicket } from '../wire/extensions/session-ticket.ts'
import { contentTypes } from '../wire/record.ts'
import { ask } from './candidates.ts'
import type { ActiveCheck, ActiveContext } from './check.ts'
import { endingOfFacts, endingOfUs } from './ending.ts'
import { response } from './response.ts'
import { type Resumed13, resume13 } from './resume-13.ts'
import { answer, featureWithoutSession, unanswered } from './verdicts.ts'

/**
 * Which sessions the server takes up again: by id (RFC 5246), by ticket (RFC 5077), and in TLS 1.3 by its own tickets,
 * which also say whether it takes data in the first flight.
 */
export const resumption: ActiveCheck = {
  id: 'resumption',
  needs: 'nothing',
  answers: { vulnerabilities: [], features: ['session-id', 'session-ticket', 'resumption', 'early-data'] },
  connections: 28,
  run: async (context) => {
    const [byId, byTicket, by13] = await Promise.all([resumeById(context), resumeByTicket(context), resume(context)])
    const features = {
      'session-id': byId,
      'session-ticket': byTicket,
      resumption: anyOf([byId, byTicket, resumed13(by13)]),
      'early-data': earlyData13(by13),
    }
    return { vulnerabilities: [], features }
  },
}

async function resumeById(context: ActiveContext): Promise<Answer> {
  const first = await ask(context, { shape: 'session' }, async (session) => {
    await session.finish()
    await sayGoodbye(session, context)
    return session.flight.hello.sessionId
  })
  if (!first.done) return featureWithoutSession(first.ending)
  const sessionId = first.value
  if (sessionId.length === 0) return answer(false, said(first.shape, 'no session id assigned'))
  const second = await ask(context, { shape: 'session-by-id' }, async ({ flight }) => flight.resumed, { sessionId })
  if (!second.done) return featureWithoutSession(second.ending)
  return answer(second.value, said(second.shape, second.value ? 'resumed' : 'session id not resumed'))
}

async function resumeByTicket(context: ActiveContext): Promise<Answer> {
  const flags = ['extendedMasterSecret', 'sessionTicket'] as const
  const first = await ask(context, { shape: 'ticket', change: { flags } }, async (session) => {
    await session.finish()
    await sayGoodbye(session, context)
    return session.ticket
  })
  if (!first.done) return featureWithoutSession(first.ending)
  const ticket = first.value
  if (ticket === null || ticket.length === 0) return answer(false, said(first.shape, 'no ticket issued'))
  const change = { extraExtensions: [clientExtension(sessionTicket, ticket)] }
  const question = { shape: 'session-by-ticket', change }
  // RFC 5077 section 3.4: a session id of our own, echoed where the ticket is taken.
  const options = { sessionId: context.reach.random(32) }
  const second = await ask(context, question, async ({ flight }) => flight.resumed, options)
  if (!second.done) return featureWithoutSession(second.ending)
  return answer(second.value, said(second.shape, second.value ? 'resumed' : 'ticket not resumed'))
}

/** A session that was cut off is a bad one (RFC 5246 section 7.2.1), and many servers forget it. */
async function sayGoodbye({ channel, offer }: ClientSession, { patience }: ActiveContext): Promise<void> {
  channel.send(contentTypes.alert, Uint8Array.of(1, 0))
  await response(channel, offer.shape, patience)
}

async function resume(context: ActiveContext): Promise<Resumed13> {
  const offered = context.facts.protocols.find(({ version }) => version === 'TLSv1.3')?.offered
  if (offered === false) return { done: false, ending: endingOfFacts('TLS 1.3 is not accepted') }
  // There TLS travels in packets of another protocol, which node:tls cannot.
  if (context.target.starttls === 'mssql') return { done: false, ending: endingOfUs('not asked in TDS packets') }
  return resume13(context)
}

function resumed13(by13: Resumed13): Answer {
  if (!by13.done) return featureWithoutSession(by13.ending)
  const text = by13.resumed ? 'resumed' : by13.ticket ? 'ticket not resumed' : 'no ticket issued'
  return answer(by13.resumed, said('tls13-resumption', text))
}

function earlyData13(by13: Resumed13): Answer {
  if (!by13.done) return featureWithoutSession(by13.ending)
  const text = by13.earlyData ? 'ticket with max_early_data_size' : 'no ticket with max_early_data_size'
  return answer(by13.earlyData, said('tls13-resumption', text))
}

function anyOf(answers: readonly Answer[]): Answer {
  const yes = answers.find(({ value }) => value === true)
  if (yes !== undefined) return yes
  const open = answers.find(({ value }) => value === null)
  if (open !== undefined) return unanswered(open.reason ?? 'inconsistent', ...open.evidence)
  return answer(false, ...answers.flatMap(({ evidence }) => evidence))
}

const said = (shape: string, text: string): Evidence => ({ shape, answer: text, bytes: '' })
