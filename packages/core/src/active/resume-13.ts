/** TLS 1.3 resumption: its tickets come after the handshake and are made of its secrets. */
import type { TLSSocket } from 'node:tls'
import { withConnection } from '../probe/reach.ts'
import type { ActiveContext } from './check.ts'
import { type Ending, endingOfOutcome } from './ending.ts'
import { maxEarlyData } from './max-early-data.ts'
import { endOf, startTls13 } from './node-tls-13.ts'
import type { Resumed13 } from './resumed-13.ts'
import { isWholeHead } from './strict-transport-security.ts'

/**
 * Two TLS 1.3 connections: the second offers the ticket of the first. No early data is sent. `request` is said in the first
 * one while its tickets are waited for.
 */
export async function resume13(context: ActiveContext, request: string | null): Promise<Resumed13> {
  const first = await connect13(context, undefined, request)
  if (!first.done) return first
  const { session, said } = first
  if (session === null) return { done: true, ticket: false, resumed: false, earlyData: false, said }
  const earlyData = maxEarlyData(session) > 0
  const second = await connect13(context, session, null)
  if (!second.done) return second
  return { done: true, ticket: true, resumed: second.reused, earlyData, said }
}

type Connected =
  | { readonly done: true; readonly session: Buffer | null; readonly reused: boolean; readonly said: string }
  | { readonly done: false; readonly ending: Ending }

function connect13(
  { target, reach, patience }: ActiveContext,
  session: Buffer | undefined,
  request: string | null,
): Promise<Connected> {
  return withConnection(target, reach, shape, async (reached): Promise<Connected> => {
    if (!reached.reached) return { done: false, ending: endingOfOutcome(reached.outcome) }
    const socket = startTls13(reached.stream, target.serverName, session)
    try {
      return await outcomeOf(socket, session === undefined ? patience : 0, request)
    } finally {
      socket.destroy()
    }
  })
}

/** After the handshake tickets, and what answers the request, have so long to come. */
function outcomeOf(socket: TLSSocket, patience: number, request: string | null): Promise<Connected> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined
    let session: Buffer | null = null
    let said = ''
    const failed = (kind: Ending['kind']): void => {
      clearTimeout(timer)
      // What had come before stands.
      if (session !== null || said !== '') done()
      const reason = kind === 'alert' || kind === 'other' ? 'inconsistent' : kind
      const evidence = { shape, answer: kind === 'alert' ? 'alert fatal' : kind, bytes: '' }
      resolve({ done: false, ending: { stage: 'hello', kind, refusal: kind === 'alert', reason, evidence } })
    }
    const done = (): void => {
      clearTimeout(timer)
      resolve({ done: true, session, reused: socket.isSessionReused(), said })
    }
    const settle = (): void => {
      if (session !== null && (request === null || isWholeHead(said))) done()
    }
    socket.once('secureConnect', () => {
      timer = setTimeout(done, patience)
      if (request !== null) socket.write(request, 'latin1')
    })
    socket.on('session', (ticket: Buffer) => {
      session ??= ticket
      settle()
    })
    socket.on('data', (chunk: Buffer) => {
      if (request === null || isWholeHead(said)) return
      said += chunk.toString('latin1')
      settle()
    })
    socket.on('error', (error) => failed(endOf(error)))
    socket.once('close', () => failed('closed'))
  })
}

const shape = 'tls13-resumption'
