import { connect } from 'node:net'
import { ByteStream } from './byte-stream.ts'
import type { DialFailure } from './dial-failure.ts'
import { type ProxyAddress, passThrough } from './proxy.ts'
import { StreamEnd } from './stream-end.ts'

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
  /** Goes through it where it is given. */
  readonly proxy?: ProxyAddress | null
}

/** One TCP connection to one checked address. It is cut when its time is up, whatever state it is in. */
export function dial(options: DialOptions): Promise<Dialled> {
  const { proxy = null } = options
  return proxy === null ? dialDirectly(options) : dialThrough(proxy, options)
}

async function dialThrough(proxy: ProxyAddress, options: DialOptions): Promise<Dialled> {
  const dialled = await dialDirectly({ ...options, address: proxy.host, port: proxy.port })
  if (!dialled.connected) return { connected: false, reason: 'proxy-refused' }
  const { stream } = dialled
  try {
    const reason = await passThrough(stream, proxy, options.address, options.port)
    if (reason === null) return dialled
    stream.close()
    return { connected: false, reason }
  } catch (error) {
    stream.close()
    if (!(error instanceof StreamEnd)) throw error
    return {
      connected: false,
      reason: error.code === 'timed-out' || error.code === 'cancelled' ? error.code : 'proxy-refused',
    }
  }
}

function dialDirectly({ address, port, timeout, maxBytes }: Omit<DialOptions, 'proxy'>): Promise<Dialled> {
  return new Promise((resolve) => {
    const accept = (length: number): boolean => {
      const bytes = Buffer.allocUnsafe(length)
      readBuffer.copy(bytes, 0, 0, length)
      stream.accept(bytes)
      return true
    }
    const onread = { buffer: readBuffer, callback: accept }
    const socket = connect({ host: address, port, noDelay: true, autoSelectFamily: false, onread })
    const stream = new ByteStream(socket, maxBytes === undefined ? { handsOver: true } : { maxBytes, handsOver: true })
    const timer = setTimeout(() => {
      stream.abort('timed-out')
      resolve({ connected: false, reason: 'timed-out' })
    }, timeout)
    socket.on('close', () => clearTimeout(timer))
    socket.on('connect', () => resolve({ connected: true, stream }))
    socket.on('error', (error: NodeJS.ErrnoException) =>
      resolve({ connected: false, reason: dialFailures.get(error.code ?? '') ?? 'unreachable' }),
    )
  })
}

/** Every read of every socket lands here and is copied out at once, which is cheaper than 64 KiB anew for each read. */
const readBuffer = Buffer.allocUnsafeSlow(65_536)

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
