import { buildClientHello } from '../hello/build-client-hello.ts'
import type { Offer } from '../hello/offer.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { keyExchangeShape } from '../probe/flight.ts'
import { certificate } from '../wire/certificate-message.ts'
import { clientHello } from '../wire/client-hello.ts'
import { decode, encode, opaque16, rest, struct, uint32 } from '../wire/codec.ts'
import { hasExtension } from '../wire/extensions/extension.ts'
import { encodeHandshake, handshakeTypes } from '../wire/handshake.ts'
import { concat, contentTypes, type HandshakeFrame } from '../wire/record.ts'
import { extensionTypes } from '../wire/registry/extension-type.ts'
import { versionName, wireVersions } from '../wire/registry/protocol-version.ts'
import { type ServerHello, serverHello } from '../wire/server-hello.ts'
import { type ServerParams, serverKeyExchange } from '../wire/server-key-exchange.ts'
import { WireError } from '../wire/wire-error.ts'
import { type Agreement, agreeByParams, agreeByRsa, agreeByTemporaryRsa } from './key-agreement.ts'
import { PeerAlert } from './peer-alert.ts'
import { RecordChannel } from './record-channel.ts'
import { directionKeys, recordCipher } from './record-cipher.ts'
import type { DirectionKeys, RecordCipher } from './record-direction.ts'
import { extendedMasterSecret, masterSecret, type PrfHash, type Side, verifyData } from './secrets.ts'
import {
  flightParameters,
  isSessionVersion,
  prfHashOf,
  type SessionVersion,
  type SuiteParameters,
} from './suite-parameters.ts'

/** What the server said before it was our turn. */
export interface ServerFlight {
  readonly version: SessionVersion
  readonly suite: SuiteParameters
  readonly hello: ServerHello
  /** DER, leaf first. */
  readonly certificates: readonly Uint8Array[]
  readonly params: ServerParams | null
  readonly certificateRequested: boolean
  /** The server went straight to ChangeCipherSpec: it resumes an earlier session. */
  readonly resumed: boolean
  /** From NewSessionTicket of an abbreviated handshake. */
  readonly ticket: Uint8Array | null
}

export interface SessionHello {
  /** Offered for resumption; empty by default. */
  readonly sessionId?: Uint8Array
}

/**
 * One SSL 3.0 to TLS 1.2 session as a client, step by step, so that a caller may stop, or do something else, at any step.
 * It proves nothing about who the server is: certificates and signatures are not verified. The peer's behaviour is thrown
 * as `PeerAlert`, `StreamEnd`, `NotTls` or `WireError`.
 */
export class ClientSession {
  readonly channel: RecordChannel
  readonly offer: Offer
  readonly flight: ServerFlight
  readonly #clientRandom: Uint8Array
  readonly #random: (length: number) => Uint8Array
  #transcript: Uint8Array[]
  #master: Uint8Array | null = null
  #verifyData: { readonly client: Uint8Array; readonly server: Uint8Array } | null = null
  #ticket: Uint8Array | null = null

  /** Sends the offer's hello and reads until the server waits for us, or resumes. */
  static async open(
    stream: ByteStream,
    offer: Offer,
    random: (length: number) => Uint8Array,
    { sessionId = new Uint8Array(0) }: SessionHello = {},
  ): Promise<ClientSession> {
    const channel = new RecordChannel(stream)
    if (offer.versions[0] === 'SSLv3') channel.version = wireVersions.SSLv3
    const clientRandom = random(32)
    const secrets = { random: clientRandom, sessionId, keyShares: [] }
    const hello = encodeHandshake(handshakeTypes.clientHello, clientHello, buildClientHello(offer, secrets))
    channel.send(contentTypes.handshake, hello)
    const transcript = [hello]
    const flight = await readFlight(channel, offer, transcript)
    channel.version = wireVersions[flight.version]
    return new ClientSession({ channel, offer, flight, clientRandom, random, transcript })
  }

  private constructor(parts: {
    readonly channel: RecordChannel
    readonly offer: Offer
    readonly flight: ServerFlight
    readonly clientRandom: Uint8Array
    readonly random: (length: number) => Uint8Array
    readonly transcript: Uint8Array[]
  }) {
    this.channel = parts.channel
    this.offer = parts.offer
    this.flight = parts.flight
    this.#clientRandom = parts.clientRandom
    this.#random = parts.random
    this.#transcript = parts.transcript
  }

  /** Twelve bytes of each side's Finished, once both are known: what RFC 5746 binds a renegotiation to. */
  get verifyData(): { readonly client: Uint8Array; readonly server: Uint8Array } | null {
    return this.#verifyData
  }

  /** The ticket that the server issued, RFC 5077. */
  get ticket(): Uint8Array | null {
    return this.#ticket ?? this.flight.ticket
  }

  /** All that is left of a full handshake. */
  async finish(): Promise<void> {
    this.sendKeyExchange()
    this.sendChangeCipherSpec()
    this.sendFinished()
    await this.readFinished()
  }

  /** Certificate, empty where one is asked for, and ClientKeyExchange: of the server's parameters, or as given. */
  sendKeyExchange(agreement: Agreement = this.#agree()): void {
    if (this.flight.certificateRequested) this.#sendNoCertificate()
    this.#sendHandshake(handshakeTypes.clientKeyExchange, this.#keyExchangeOf(agreement))
    const randoms = this.#randoms
    const isSsl3 = this.flight.version === 'SSLv3'
    this.#master =
      !isSsl3 && hasExtension(this.flight.hello.extensions, extensionTypes.extendedMasterSecret)
        ? extendedMasterSecret(this.#hash, agreement.preMaster, concat(this.#transcript))
        : masterSecret(this.#hash, agreement.preMaster, randoms)
  }

  /** From here on what we send is sealed, where keys are agreed. */
  sendChangeCipherSpec(): void {
    this.channel.send(contentTypes.changeCipherSpec, Uint8Array.of(1))
    if (this.#master !== null) this.channel.writeCipher = this.#cipher('client')
  }

  /** `seal` replaces the record protection of this one message. */
  sendFinished(seal?: (cipher: RecordCipher, message: Uint8Array) => Uint8Array): void {
    const client = this.#verifyDataOf('client')
    const message = encodeHandshake(handshakeTypes.finished, rest, client)
    const cipher = this.channel.writeCipher
    if (seal === undefined || cipher === null) this.channel.send(contentTypes.handshake, message)
    else this.channel.sendFragment(contentTypes.handshake, seal(cipher, message))
    this.#transcript.push(message)
    this.#verifyData = { client, server: new Uint8Array(0) }
  }

  /** The server's NewSessionTicket, ChangeCipherSpec and Finished; a Finished that does not verify is a `WireError`. */
  async readFinished(): Promise<void> {
    for (;;) {
      const message = await this.channel.next()
      if (message.kind === 'change-cipher-spec') {
        this.channel.readCipher = this.#cipher('server')
        continue
      }
      if (message.kind === 'alert') {
        refuseAlert(message)
        continue
      }
      if (message.kind !== 'handshake') throw new WireError('bad-value', 0, ['flight'])
      const { type, body, bytes } = message.frame
      if (type === handshakeTypes.newSessionTicket) {
        this.#ticket = decode(newSessionTicket, body).ticket
        this.#transcript.push(bytes)
        continue
      }
      if (type !== handshakeTypes.finished) throw new WireError('bad-value', 0, ['flight', String(type)])
      const server = this.#verifyDataOf('server')
      if (!Buffer.from(body).equals(server)) throw new WireError('bad-value', 0, ['finished'])
      this.#verifyData = { client: this.#verifyData?.client ?? new Uint8Array(0), server }
      return
    }
  }

  /** The keys of a direction under any master secret. */
  keysOf(side: Side, master: Uint8Array): DirectionKeys {
    return directionKeys(this.flight.suite, { hash: this.#hash, master, randoms: this.#randoms })[side]
  }

  /** What protects records under `keys` in this session's suite and version. */
  cipherOf(keys: DirectionKeys): RecordCipher {
    return recordCipher(this.flight.suite, wireVersions[this.flight.version], keys, this.#random)
  }

  /** SSL 3.0 puts no length in front of the encrypted secret (RFC 5246 section 7.4.7.1). */
  #keyExchangeOf({ clientKeyExchange }: Agreement): Uint8Array {
    const { version, suite } = this.flight
    return version === 'SSLv3' && suite.keyExchange === 'RSA' ? clientKeyExchange.subarray(2) : clientKeyExchange
  }

  /** RFC 6101 section 5.6.6: SSL 3.0 knows no empty list and warns instead. */
  #sendNoCertificate(): void {
    if (this.flight.version === 'SSLv3') this.channel.send(contentTypes.alert, Uint8Array.of(warning, noCertificate))
    else this.#sendHandshake(handshakeTypes.certificate, encode(certificate, []))
  }

  #cipher(side: Side): RecordCipher {
    return this.cipherOf(this.keysOf(side, this.#agreed()))
  }

  #agree(): Agreement {
    const { suite, certificates, params } = this.flight
    const offered = wireVersions[this.offer.versions[0] ?? 'TLSv1.2']
    if (params?.kind === 'rsa') return agreeByTemporaryRsa(params, offered, this.#random)
    if (suite.keyExchange === 'RSA') {
      return agreeByRsa(certificates[0] ?? new Uint8Array(0), offered, this.#random)
    }
    if (params === null || suite.keyExchange === 'other') throw new WireError('bad-value', 0, ['serverKeyExchange'])
    return agreeByParams(params)
  }

  #verifyDataOf(side: Side): Uint8Array {
    return verifyData(this.#hash, this.#agreed(), side, concat(this.#transcript))
  }

  #agreed(): Uint8Array {
    // The server changed its cipher before any key was agreed.
    if (this.#master === null) throw new WireError('bad-value', 0, ['changeCipherSpec'])
    return this.#master
  }

  get #hash(): PrfHash {
    return prfHashOf(this.flight.suite.id, this.flight.version)
  }

  get #randoms(): { readonly client: Uint8Array; readonly server: Uint8Array } {
    return { client: this.#clientRandom, server: this.flight.hello.random }
  }

  #sendHandshake(type: number, body: Uint8Array): void {
    const message = encodeHandshake(type, rest, body)
    this.channel.send(contentTypes.handshake, message)
    this.#transcript.push(message)
  }
}

const newSessionTicket = struct({ lifetime: uint32, ticket: opaque16 })

type Draft = { -readonly [K in keyof ServerFlight]: ServerFlight[K] }

async function readFlight(channel: RecordChannel, offer: Offer, transcript: Uint8Array[]): Promise<ServerFlight> {
  let draft: Draft | null = null
  for (;;) {
    const message = await channel.next()
    if (message.kind === 'alert') {
      refuseAlert(message)
      continue
    }
    if (message.kind === 'change-cipher-spec' && draft !== null) return { ...draft, resumed: true }
    if (message.kind !== 'handshake') throw new WireError('bad-value', 0, ['flight'])
    const { frame } = message
    if (frame.type === handshakeTypes.helloRequest) continue
    transcript.push(frame.bytes)
    if (frame.type === handshakeTypes.serverHello) draft = startDraft(frame, offer)
    else if (draft === null) throw new WireError('bad-value', 0, ['flight', String(frame.type)])
    else if (frame.type === handshakeTypes.serverHelloDone) return draft
    else addMessage(draft, frame)
  }
}

function startDraft(frame: HandshakeFrame, offer: Offer): Draft {
  const hello = decode(serverHello, frame.body)
  const version = versionName(hello.version)
  const suite = flightParameters(hello.cipherSuite)
  const isOffered = offer.cipherSuites.includes(hello.cipherSuite)
  if (suite === undefined || !isOffered) throw new WireError('bad-value', 0, ['serverHello', 'cipherSuite'])
  if (version === undefined || !isSessionVersion(version))
    throw new WireError('bad-value', 0, ['serverHello', 'version'])
  return {
    version,
    suite,
    hello,
    certificates: [],
    params: null,
    certificateRequested: false,
    resumed: false,
    ticket: null,
  }
}

function addMessage(draft: Draft, { type, body }: HandshakeFrame): void {
  if (type === handshakeTypes.certificate) draft.certificates = decode(certificate, body)
  else if (type === handshakeTypes.certificateRequest) draft.certificateRequested = true
  else if (type === handshakeTypes.newSessionTicket) draft.ticket = decode(newSessionTicket, body).ticket
  else if (type === handshakeTypes.serverKeyExchange) {
    const shape = keyExchangeShape(draft.suite.id, draft.version)
    // Of key exchanges that we cannot take part in the parameters are of no use.
    if (shape === null && draft.suite.keyExchange === 'other') return
    if (shape === null) throw new WireError('bad-value', 0, ['serverKeyExchange'])
    draft.params = decode(serverKeyExchange(shape), body).params
  } else if (type !== handshakeTypes.certificateStatus) throw new WireError('bad-value', 0, ['flight', String(type)])
}

/** Warnings are passed over, except the one that ends a connection. */
function refuseAlert({ level, description }: { readonly level: number; readonly description: number }): void {
  if (level !== warning || description === closeNotify) throw new PeerAlert(level, description)
}

const warning = 1
const noCertificate = 41
const closeNotify = 0
