import type { Evidence } from '../facts.ts'
import { StreamEnd } from '../net/stream-end.ts'
import type { RecordChannel } from '../session/index.ts'
import { handshakeTypes } from '../wire/handshake.ts'
import { WireError } from '../wire/wire-error.ts'
import { alertEvidence, hex } from './ending.ts'

/** How a server reacted to one thing that it was sent. Two reactions are alike where `evidence.answer` is. */
export interface Response {
  readonly kind: 'alert' | 'handshake' | 'change-cipher-spec' | 'heartbeat' | 'closed' | 'reset' | 'silent' | 'other'
  /** Of an alert; of a heartbeat its type, 2 for a response. */
  readonly description: number | null
  readonly evidence: Evidence
}

/**
 * The first reaction within `patience`. Application data is passed over: a server that speaks first may do so at any
 * moment, whatever it was sent.
 */
export async function response(channel: RecordChannel, shape: string, patience: number): Promise<Response> {
  const plain = (kind: Response['kind'], answer: string = kind): Response => ({
    kind,
    description: null,
    evidence: { shape, answer, bytes: '' },
  })
  try {
    for (;;) {
      const message = await channel.nextWithin(patience)
      if (message === null) return plain('silent')
      if (message.kind === 'alert' && message.description === closeNotify) return plain('closed', 'close_notify')
      if (message.kind === 'alert') {
        return { kind: 'alert', description: message.description, evidence: alertEvidence(shape, message) }
      }
      if (message.kind === 'application-data') continue
      if (message.kind === 'heartbeat') {
        // Type and claimed length; what follows may be the server's memory and is not kept.
        const bytes = hex(Uint8Array.of(24, ...message.content.subarray(0, 3)))
        return {
          kind: 'heartbeat',
          description: message.content[0] ?? 0,
          evidence: { shape, answer: 'heartbeat', bytes },
        }
      }
      if (message.kind !== 'handshake') return plain(message.kind)
      if (message.frame.type === handshakeTypes.helloRequest) continue
      const isHello = message.frame.type === handshakeTypes.serverHello
      return plain('handshake', isHello ? 'ServerHello' : `handshake message ${message.frame.type}`)
    }
  } catch (error) {
    if (error instanceof WireError) {
      // Exim leaves TLS and goes on in clear text: what comes is no record.
      const isRecord = error.path.length > 1
      return isRecord ? plain('other', 'unreadable record') : plain('closed', 'clear text')
    }
    if (!(error instanceof StreamEnd)) throw error
    if (error.code === 'closed' || error.code === 'reset') return plain(error.code)
    return error.code === 'timed-out' ? plain('silent') : plain('other', error.code)
  }
}

const closeNotify = 0
