import { connect } from 'node:net'
import { ByteStream } from './byte-stream.ts'

export type DialFailure = 'refused' | 'unreachable' | 'reset' | 'timed-out' | 'cancelled' | 'exhausted'

export type Dialled =
  | { readonly connected: true; readonly stream: ByteStream }
  | { readonly connected: false; readonly reason: DialFailure }

export interface DialOptions {
  /** An address literal, already checked; names are never resolved here. */
  readonly address: string
  readonly port: number
  /** Milliseconds until the whole connection is cut, connecting included. */
  readonly timeout: number
  readonly maxBytes?: number
}

/** One TCP connection to one checked address. It is cut when its time is up, whatever state it is in. */
export function dial({ address, port, timeout, maxBytes }: DialOptions): Promise<Dialled> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port, noDelay: true, autoSelectFamily: false })
    const stream = new ByteStream(socket, maxBytes === undefined ? {} : { maxBytes })
    const timer = setTimeout(() => {
      stream.abort('timed-out')
      resolve({ connected: false, reason: 'timed-out' })
    }, timeout)
    socket.once('close', () => clearTimeout(timer))
    socket.once('connect', () => resolve({ connected: true, stream }))
    socket.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ connected: false, reason: dialFailures.get(error.code ?? '') ?? 'unreachable' }),
    )
  })
}

const dialFailures = new Map<string, DialFailure>([
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset'],
  ['ETIMEDOUT', 'timed-out'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['EMFILE', 'exhausted'],
  ['ENFILE', 'exhausted'],
  ['ENOBUFS', 'exhausted'],
  ['EADDRNOTAVAIL', 'exhausted'],
])
