/** TLS 1.3 resumption: its tickets come after the handshake and are made of its secrets. */
import type { TLSSocket } from 'node:tls'
import { withConnection } from '../probe/reach.ts'
import type { ActiveContext } from './check.ts'
import { type Ending, endingOfOutcome } from './ending.ts'
import { maxEarlyData } from './max-early-data.ts'
import { endOf, startTls13 } from './node-tls-13.ts'

export type Resumed13 =
  | { readonly done: true; readonly ticket: boolean; readonly resumed: boolean; readonly earlyData: boolean }
  | { readonly done: false; readonly ending: Ending }

/** Two TLS 1.3 connections: the second offers the ticket of the first. No early data is sent. */
export async function resume13(context: ActiveContext): Promise<Resumed13> {
  const first = await connect13(context, undefined)
  if (!first.done) return first
  if (first.session === null) return { done: true, ticket: false, resumed: false, earlyData: false }
  const earlyData = maxEarlyData(first.session) > 0
  const second = await connect13(context, first.session)
  if (!second.done) return second
  return { done: true, ticket: true, resumed: second.reused, earlyData }
}

type Connected =
  | { readonly done: true; readonly session: Buffer | null; readonly reused: boolean }
  | { readonly done: false; readonly ending: Ending }

function connect13({ target, reach, patience }: ActiveContext, session: Buffer | undefined): Promise<Connected> {
  return withConnection(target, reach, shape, async (reached): Promise<Connected> => {
    if (!reached.reached) return { done: false, ending: endingOfOutcome(reached.outcome) }
    const socket = startTls13(reached.stream, target.serverName, session)
    try {
      return await outcomeOf(socket, session === undefined ? patience : 0)
    } finally {
      socket.destroy()
    }
  })
}

/** After the handshake tickets have so long to come. */
function outcomeOf(socket: TLSSocket, patience: number): Promise<Connected> {
  return new Promise((resolve) => {
    const failed = (kind: Ending['kind']): void => {
      const reason = kind === 'alert' || kind === 'other' ? 'inconsistent' : kind
      const evidence = { shape, answer: kind === 'alert' ? 'alert fatal' : kind, bytes: '' }
      resolve({ done: false, ending: { stage: 'hello', kind, refusal: kind === 'alert', reason, evidence } })
    }
    let timer: NodeJS.Timeout | undefined
    const done = (session: Buffer | null): void => {
      clearTimeout(timer)
      resolve({ done: true, session, reused: socket.isSessionReused() })
    }
    socket.once('secureConnect', () => {
      timer = setTimeout(() => done(null), patience)
    })
    socket.once('session', done)
    socket.on('error', (error) => failed(endOf(error)))
    socket.once('close', () => {
      clearTimeout(timer)
      failed('closed')
    })
    socket.resume()
  })
}

const shape = 'tls13-resumption'
