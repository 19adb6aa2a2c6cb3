import type { Answer, Evidence, HstsFact } from '../facts.ts'
import type { ClientSession } from '../session/index.ts'
import { clientExtension } from '../wire/extensions/extension.ts'
import { sessionTicket } from '../wire/extensions/session-ticket.ts'
import { contentTypes } from '../wire/record.ts'
import { ask } from './candidates.ts'
import { type ActiveCheck, type ActiveContext, anySuite, tlsVersions } from './check.ts'
import { endingOfFacts, endingOfUs } from './ending.ts'
import { response } from './response.ts'
import { resume13 } from './resume-13.ts'
import type { Resumed13 } from './resumed-13.ts'
import { askHsts, hstsOf, httpRequest, unknownHsts } from './strict-transport-security.ts'
import { answer, featureWithoutSession, unanswered } from './verdicts.ts'

/**
 * Whether the server takes a session up again: in TLS 1.3 by its own tickets, which also say whether it takes data in the
 * first flight; before that by ticket (RFC 5077) and by id (RFC 5246), each asked by itself. Where TLS 1.3 resumes, the
 * older ways are asked only of servers that may be asked more. An HTTPS server is asked for its policy meanwhile.
 */
export const resumption: ActiveCheck = {
  id: 'resumption',
  needs: 'nothing',
  answers: {
    vulnerabilities: [],
    features: ['resumption', 'resumption-by-id', 'resumption-by-ticket', 'early-data'],
  },
  suites: anySuite,
  connections: 36,
  run: async (context) => {
    const request = httpRequest(context)
    const by13 = await resume(context, request)
    const ticket13 = resumed13(by13)
    const isEnough = ticket13.value === true && context.thorough !== true
    const [older, byId] = isEnough
      ? [null, withoutAsking(context)]
      : await Promise.all([resumeByTicket(context, by13.done ? null : request), resumeById(context)])
    const tickets = older === null ? [ticket13] : [ticket13, older.answer]
    const hsts = request === null ? null : by13.done ? hstsOf(by13.said) : (older?.hsts ?? null)
    return {
      vulnerabilities: [],
      features: {
        resumption: anyOf([...tickets, byId]),
        'resumption-by-id': byId,
        'resumption-by-ticket': anyOf(tickets),
        'early-data': earlyData13(by13),
      },
      ...(request === null ? {} : { hsts: hsts ?? unknownHsts('not-asked') }),
    }
  },
}

async function resume(context: ActiveContext, request: string | null): Promise<Resumed13> {
  const offered = context.facts.protocols.find(({ version }) => version === 'TLSv1.3')?.offered
  if (offered === false) return { done: false, ending: endingOfFacts('TLS 1.3 is not accepted') }
  // There TLS travels in packets of another protocol, which node:tls cannot.
  if (context.target.starttls === 'mssql') return { done: false, ending: endingOfUs('not asked in TDS packets') }
  return context.resumed13 ?? resume13(context, request)
}

/** What the hellos of the scan tell already: a server that names no session has none to come back to. */
function withoutAsking({ facts }: ActiveContext): Answer {
  const isOld = facts.protocols.some(({ version, offered }) => version !== 'TLSv1.3' && offered !== false)
  if (!isOld) return answer(false, said('facts', 'only TLS 1.3 is accepted'))
  const named = facts.features?.['session-id']
  return named?.value === false ? answer(false, ...named.evidence) : unanswered('not-asked')
}

interface ByTicket {
  readonly answer: Answer
  readonly hsts: HstsFact | null
}

async function resumeByTicket(context: ActiveContext, request: string | null): Promise<ByTicket> {
  const flags = ['extendedMasterSecret', 'sessionTicket'] as const
  const question = { shape: 'ticket', change: { flags }, versions: tlsVersions }
  const first = await ask(context, question, async (session) => {
    await session.finish()
    const hsts = request === null ? null : await askHsts(session, request, context.patience)
    await sayGoodbye(session, context)
    return { ticket: session.ticket, hsts }
  })
  if (!first.done) {
    const { reason, refusal } = first.ending
    const hsts = request === null ? null : unknownHsts(refusal ? 'not-asked' : reason)
    return { answer: featureWithoutSession(first.ending), hsts }
  }
  const { ticket, hsts } = first.value
  if (ticket === null || ticket.length === 0) {
    return { answer: answer(false, said(first.shape, 'no ticket issued')), hsts }
  }
  return { answer: await offerTicket(context, ticket), hsts }
}

async function offerTicket(context: ActiveContext, ticket: Uint8Array): Promise<Answer> {
  const change = { extraExtensions: [clientExtension(sessionTicket, ticket)] }
  const question = { shape: 'session-by-ticket', change, versions: tlsVersions }
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
