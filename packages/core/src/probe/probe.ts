import { buildClientHello, offersTls13 } from '../hello/build-client-hello.ts'
import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { StreamEnd } from '../net/stream-end.ts'
import type { AddressedTarget } from '../target.ts'
import { clientHello } from '../wire/client-hello.ts'
import { encodeHandshake, handshakeTypes } from '../wire/handshake.ts'
import { concat, contentTypes, encodeRecord } from '../wire/record.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { WireError } from '../wire/wire-error.ts'
import { readFlight } from './flight.ts'
import type { Depth } from './flight-context.ts'
import { type KeyExchange, startKeyExchange } from './key-exchange.ts'
import { MessageStream, NotTls } from './message-stream.ts'
import type { ProbeOutcome } from './outcome.ts'
import { type Reach, withConnection } from './reach.ts'
import { probeSsl2 } from './ssl2-probe.ts'

/**
 * One offer on one connection. Resolves to what the peer did, always; hangs up as soon as the answer is known: after
 * ServerHello for `hello`, after the server's whole first flight for `flight`.
 */
export function probe(
  target: AddressedTarget,
  offer: Offer,
  reach: Reach,
  depth: Depth = 'hello',
): Promise<ProbeOutcome> {
  return withConnection(target, reach, offer.shape, async (reached) => {
    if (!reached.reached) return reached.outcome
    const common = { shape: offer.shape, banner: reached.banner }
    try {
      if (offer.versions[0] === 'SSLv2') return await probeSsl2(reached.stream, offer, reach.random, common)
      const sent = sendHello(reached.stream, offer, reach.random)
      return await readFlight({ ...sent, offer, depth, common, stream: reached.stream })
    } catch (error) {
      return outcomeOfError(error, common)
    }
  })
}

export interface SentHello {
  readonly messages: MessageStream
  /** The ClientHello as it stands in the transcript. */
  readonly hello: Uint8Array
  readonly exchanges: readonly KeyExchange[]
}

export function sendHello(stream: ByteStream, offer: Offer, random: Reach['random']): SentHello {
  const exchanges = offer.keyShares.map(startKeyExchange).filter((exchange) => exchange !== undefined)
  const { hello, records } = exchanges.length === 0 ? plainHello(offer, random) : encodeHello(offer, random, exchanges)
  stream.write(records)
  return { messages: new MessageStream(stream), hello, exchanges }
}

interface EncodedHello {
  readonly hello: Uint8Array
  readonly records: Uint8Array
}

function encodeHello(offer: Offer, random: Reach['random'], exchanges: readonly KeyExchange[]): EncodedHello {
  const secrets = {
    random: random(32),
    sessionId: offersTls13(offer) ? random(32) : new Uint8Array(0),
    keyShares: exchanges.map(({ group, publicKey }) => ({ group, exchange: publicKey })),
  }
  const hello = encodeHandshake(handshakeTypes.clientHello, clientHello, buildClientHello(offer, secrets))
  return { hello, records: helloRecords(hello, offer) }
}

/** Hellos of one offer without key shares differ in their random fields only, so each offer is encoded once. */
function plainHello(offer: Offer, random: Reach['random']): EncodedHello {
  const known = encoded.get(offer)
  if (known === undefined) {
    const first = encodeHello(offer, random, [])
    encoded.set(offer, first)
    return first
  }
  const isOneRecord = known.records.length === recordHeader + known.hello.length
  const records = isOneRecord ? Buffer.from(known.records) : null
  const hello = records?.subarray(recordHeader) ?? known.hello.slice()
  hello.set(random(32), randomOffset)
  if (offersTls13(offer)) hello.set(random(32), sessionIdOffset)
  return { hello, records: records ?? helloRecords(hello, offer) }
}

const encoded = new WeakMap<Offer, EncodedHello>()
const recordHeader = 5
/** After message type, length and version; then the session id after the random and its own length. */
const randomOffset = 6
const sessionIdOffset = randomOffset + 32 + 1

/** The record version of a first hello: 3.1 for what OpenSSL and others send, 3.0 where only SSL 3.0 is offered. */
function helloRecords(hello: Uint8Array, offer: Offer): Uint8Array {
  const version = offer.versions[0] === 'SSLv3' ? wireVersions.SSLv3 : wireVersions['TLSv1.0']
  const record = (fragment: Uint8Array): Uint8Array => encodeRecord({ type: contentTypes.handshake, version, fragment })
  const first = offer.firstRecord ?? 0
  if (first === 0 && hello.length <= maxPlaintext) return record(hello)
  const records: Uint8Array[] = first > 0 ? [record(hello.subarray(0, first))] : []
  for (let at = first; at < hello.length; at += maxPlaintext)
    records.push(record(hello.subarray(at, at + maxPlaintext)))
  return concat(records)
}

function outcomeOfError(
  error: unknown,
  common: { readonly shape: string; readonly banner: string | null },
): ProbeOutcome {
  if (error instanceof StreamEnd) return { kind: 'failed', ...common, reason: error.code }
  if (error instanceof NotTls)
    return { kind: 'not-tls', ...common, bytes: Buffer.from(error.bytes.subarray(0, 16)).toString('hex') }
  if (error instanceof WireError) return { kind: 'malformed', ...common, code: error.code, path: error.path.join('.') }
  throw error
}

const maxPlaintext = 16_384
