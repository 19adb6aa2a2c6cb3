import type { Answer, Evidence } from '../facts.ts'
import type { ClientSession } from '../session/index.ts'
import { clientExtension } from '../wire/extensions/extension.ts'
import { sessionTicket } from '../wire/extensions/session-ticket.ts'
import { contentTypes } from '../wire/record.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, type ActiveContext, anySuite } from './check.ts'
import { endingOfFacts, endingOfUs } from './ending.ts'
import { response } from './response.ts'
import { type Resumed13, resume13 } from './resume-13.ts'
import { answer, featureWithoutSession, unanswered } from './verdicts.ts'

/**
 * Whether the server takes a session up again: in TLS 1.3 by its own tickets, which also say whether it takes data in the
 * first flight; else by ticket (RFC 5077), else by id (RFC 5246). The first way that works is the answer.
 */
export const resumption: ActiveCheck = {
  id: 'resumption',
  needs: 'nothing',
  answers: { vulnerabilities: [], features: ['resumption', 'early-data'] },
  suites: anySuite,
  connections: 28,
  run: async (context) => {
    const by13 = await resume(context)
    const tried = [resumed13(by13)]
    for (const way of [resumeByTicket, resumeById]) {
      if (tried.some(({ value }) => value === true)) break
      tried.push(await way(context))
    }
    return { vulnerabilities: [], features: { resumption: anyOf(tried), 'early-data': earlyData13(by13) } }
  },
}

async function resume(context: ActiveContext): Promise<Resumed13> {
  const offered = context.facts.protocols.find(({ version }) => version === 'TLSv1.3')?.offered
  if (offered === false) return { done: false, ending: endingOfFacts('TLS 1.3 is not accepted') }
  // There TLS travels in packets of another protocol, which node:tls cannot.
  if (context.target.starttls === 'mssql') return { done: false, ending: endingOfUs('not asked in TDS packets') }
  return resume13(context)
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
  return answer(second.value, said(second.shape, second.value ? 'resumed by ticket' : 'ticket not resumed'))
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
  return answer(second.value, said(second.shape, second.value ? 'resumed by id' : 'session id not resumed'))
}

/** A session that was cut off is a bad one (RFC 5246 section 7.2.1), and many servers forget it. */
async function sayGoodbye({ channel, offer }: ClientSession, { patience }: ActiveContext): Promise<void> {
  channel.send(contentTypes.alert, Uint8Array.of(1, 0))
  await response(channel, offer.shape, patience)
}

function resumed13(by13: Resumed13): Answer {
  if (!by13.done) return featureWithoutSession(by13.ending)
  const text = by13.resumed ? 'resumed by ticket' : by13.ticket ? 'ticket not resumed' : 'no ticket issued'
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
