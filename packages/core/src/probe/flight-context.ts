import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { WireError } from '../wire/wire-error.ts'
import type { KeyExchange } from './key-exchange.ts'
import type { MessageStream } from './message-stream.ts'

/** How far to read: the ServerHello, or everything the server says before it is our turn. */
export type Depth = 'hello' | 'flight'

export interface FlightContext {
  readonly messages: MessageStream
  readonly stream: ByteStream
  readonly hello: Uint8Array
  readonly exchanges: readonly KeyExchange[]
  readonly offer: Offer
  readonly depth: Depth
  readonly common: { readonly shape: string; readonly banner: string | null }
}

/** Words for what broke off a flight after its hello. Our own bugs pass through. */
export function interruption(error: unknown): string {
  if (error instanceof StreamEnd) return error.code
  if (error instanceof WireError) return `malformed ${error.path.join('.')}`
  throw error
}

export const warningLevel = 1
export const closeNotify = 0
