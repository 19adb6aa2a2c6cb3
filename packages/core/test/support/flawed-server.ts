/**
 * An SSL 3.0 to TLS 1.2 server of our own with flaws to choose from, each the specific one that a check looks for. Without a
 * flaw it is correct. One suite by configuration, static RSA; made of the session code's own record layer and secrets.
 */
import { constants, createPrivateKey, privateDecrypt, randomBytes } from 'node:crypto'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { ByteStream } from '../../src/net/byte-stream.ts'
import {
  CbcCipher,
  type CbcInspection,
  directionKeys,
  RecordChannel,
  recordCipher,
  suiteParameters,
} from '../../src/session/index.ts'
import type { RecordCipher } from '../../src/session/record-direction.ts'
import { extendedMasterSecret, masterSecret, type Side, verifyData } from '../../src/session/secrets.ts'
import { prfHashOf, type SuiteParameters } from '../../src/session/suite-parameters.ts'
import { certificate } from '../../src/wire/certificate-message.ts'
import { type ClientHello, clientHello } from '../../src/wire/client-hello.ts'
import { decode, empty, encode, opaque16, rest, struct, uint32 } from '../../src/wire/codec.ts'
import { extendedMasterSecret as emsExtension } from '../../src/wire/extensions/extended-master-secret.ts'
import { fromClient, hasExtension, type RawExtension, serverExtension } from '../../src/wire/extensions/extension.ts'
import { heartbeat } from '../../src/wire/extensions/heartbeat.ts'
import { renegotiationInfo } from '../../src/wire/extensions/renegotiation-info.ts'
import { sessionTicket } from '../../src/wire/extensions/session-ticket.ts'
import { encodeHandshake, handshakeTypes } from '../../src/wire/handshake.ts'
import { concat, contentTypes } from '../../src/wire/record.ts'
import { extensionTypes } from '../../src/wire/registry/extension-type.ts'
import { versionName } from '../../src/wire/registry/protocol-version.ts'
import { serverHello } from '../../src/wire/server-hello.ts'

export const flaws = [
  'heartbleed',
  'ccs-injection',
  'robot-strong',
  'robot-weak',
  'robot-short',
  'ticketbleed',
  'poodle-tls',
  'zombie-poodle',
  'goldendoodle',
  'zero-length-padding',
  'crime',
  'insecure-renegotiation',
  'noise',
] as const
export type Flaw = (typeof flaws)[number]

export interface FlawedServerOptions {
  readonly flaw?: Flaw
  /** Highest wire version. */
  readonly version?: number
  readonly suite?: number
  /** Suites that are taken as well, and in which there is no flaw. */
  readonly soundSuites?: readonly number[]
  readonly certificate: Uint8Array
  readonly keyPem: string
}

export interface FlawedServer {
  readonly port: number
  /** Every record type that any client sent, in order of arrival. */
  readonly heard: readonly number[]
  readonly close: () => Promise<void>
}

export async function startFlawedServer(options: FlawedServerOptions): Promise<FlawedServer> {
  const heard: number[] = []
  let connections = 0
  const server: Server = createServer((socket) => {
    const stream = new ByteStream(socket)
    socket.on('error', () => {})
    socket.on('data', (chunk: Buffer) => heard.push(chunk[0] ?? 0))
    connections += 1
    void new Talk(stream, options, connections).run().finally(() => socket.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    heard,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

/** The server ends the connection, by this alert or, with null, without a word. */
class Ends extends Error {
  readonly description: number | null

  constructor(description: number | null) {
    super('ends')
    this.description = description
  }
}

class Talk {
  readonly #channel: RecordChannel
  readonly #options: FlawedServerOptions
  #suite: SuiteParameters
  #flaw: Flaw | undefined
  readonly #random = randomBytes(32)
  /** Of the connection, from 1. */
  readonly #number: number
  #transcript: Uint8Array[] = []
  #hello: ClientHello | null = null
  #version = 0x0303
  #extended = false
  #master: Uint8Array | null = null
  #finished = false

  constructor(stream: ByteStream, options: FlawedServerOptions, number: number) {
    this.#number = number
    this.#channel = new RecordChannel(stream)
    this.#options = options
    this.#suite = parametersOf(options.suite ?? 0x002f)
    this.#flaw = options.flaw
  }

  async run(): Promise<void> {
    try {
      for (;;) await this.#step()
    } catch (error) {
      // Anything but `Ends` is the client hanging up or talking nonsense: a correct server says bad_record_mac to it.
      const description = error instanceof Ends ? error.description : badRecordMac
      if (description !== null) this.#channel.send(contentTypes.alert, Uint8Array.of(2, description))
    }
  }

  async #step(): Promise<void> {
    const message = await this.#channel.next()
    if (message.kind === 'change-cipher-spec') this.#onChangeCipherSpec()
    else if (message.kind === 'heartbeat') this.#onHeartbeat(message.content)
    else if (message.kind === 'alert') throw new Ends(null)
    else if (message.kind === 'application-data') this.#channel.send(contentTypes.applicationData, message.content)
    else {
      const { type, body, bytes } = message.frame
      if (type === handshakeTypes.clientHello) this.#onClientHello(decode(clientHello, body), bytes)
      else if (type === handshakeTypes.clientKeyExchange)
        this.#onKeyExchange(this.#isSsl3 ? body : decode(opaque16, body), bytes)
      else if (type === handshakeTypes.finished) this.#onFinished(body, bytes)
      else throw new Ends(unexpectedMessage)
    }
  }

  #onClientHello(hello: ClientHello, bytes: Uint8Array): void {
    if (this.#finished) this.#refuseRenegotiation()
    this.#choose(hello)
    this.#hello = hello
    this.#version = Math.min(hello.version, this.#options.version ?? 0x0303)
    this.#channel.version = this.#version
    this.#extended = !this.#isSsl3 && hasExtension(hello.extensions, extensionTypes.extendedMasterSecret)
    this.#transcript = [bytes]
    const ticket = fromClient(hello.extensions, sessionTicket)
    const isResumed = ticket !== undefined && ticket.length > 0
    this.#say(handshakeTypes.serverHello, encode(serverHello, this.#serverHello(hello, isResumed)))
    if (isResumed) {
      this.#channel.send(contentTypes.changeCipherSpec, Uint8Array.of(1))
      return
    }
    this.#say(handshakeTypes.certificate, encode(certificate, [this.#options.certificate]))
    this.#say(handshakeTypes.serverHelloDone, encode(empty, true))
  }

  #choose({ cipherSuites }: ClientHello): void {
    if (cipherSuites.includes(this.#suite.id)) return
    const sound = this.#options.soundSuites?.find((id) => cipherSuites.includes(id))
    if (sound === undefined) throw new Ends(handshakeFailure)
    this.#suite = parametersOf(sound)
    this.#flaw = undefined
  }

  #serverHello(hello: ClientHello, isResumed: boolean) {
    const flaw = this.#flaw
    const extensions: RawExtension[] = []
    if (hello.cipherSuites.includes(0x00ff)) extensions.push(serverExtension(renegotiationInfo, new Uint8Array(0)))
    if (this.#extended) extensions.push(serverExtension(emsExtension, true))
    if (hasExtension(hello.extensions, extensionTypes.heartbeat)) extensions.push(serverExtension(heartbeat, 1))
    if (hasExtension(hello.extensions, extensionTypes.sessionTicket) && !isResumed) {
      extensions.push(serverExtension(sessionTicket, new Uint8Array(0)))
    }
    const echoed =
      flaw === 'ticketbleed' ? Buffer.concat([hello.sessionId, randomBytes(32)]).subarray(0, 32) : hello.sessionId
    return {
      version: this.#version,
      random: this.#random,
      sessionId: isResumed ? echoed : randomBytes(32),
      cipherSuite: this.#suite.id,
      compressionMethod: flaw === 'crime' && hello.compressionMethods.includes(1) ? 1 : 0,
      extensions,
    }
  }

  #refuseRenegotiation(): void {
    if (this.#flaw !== 'insecure-renegotiation') throw new Ends(noRenegotiation)
    this.#finished = false
  }

  #onHeartbeat(content: Uint8Array): void {
    const [type, high = 0, low = 0] = content
    const claimed = high * 256 + low
    const isHonest = 3 + claimed + 16 <= content.length
    if (type !== 1 || (!isHonest && this.#flaw !== 'heartbleed')) return
    const memory = Buffer.concat([content.subarray(3), randomBytes(claimed)]).subarray(0, claimed)
    this.#channel.send(contentTypes.heartbeat, Buffer.concat([Buffer.of(2, high, low), memory, randomBytes(16)]))
  }

  #onKeyExchange(encrypted: Uint8Array, bytes: Uint8Array): void {
    this.#transcript.push(bytes)
    const key = createPrivateKey(this.#options.keyPem)
    const block = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, encrypted)
    const preMaster = this.#readBlock(block)
    const randoms = { client: this.#hello?.random ?? new Uint8Array(0), server: this.#random }
    this.#master = this.#extended
      ? extendedMasterSecret(this.#hash, preMaster, concat(this.#transcript))
      : masterSecret(this.#hash, preMaster, randoms)
  }

  /** RFC 5246 section 7.4.7.1: whatever is wrong with the block, go on with random bytes. */
  #readBlock(block: Buffer): Uint8Array {
    const flaw = this.#flaw
    const isStarted = block[0] === 0 && block[1] === 2
    const separator = block.indexOf(0, 2)
    const isSeparated = separator === block.length - 49
    const isVersion = block.readUInt16BE(block.length - 48) === this.#hello?.version
    if (flaw === 'noise' && this.#number % 3 === 0) throw new Ends(internalError)
    if (flaw === 'robot-strong') {
      if (!isStarted) throw new Ends(decryptError)
      if (separator < 0) throw new Ends(decodeError)
    }
    if (flaw === 'robot-weak' && isStarted && isSeparated && !isVersion) throw new Ends(decodeError)
    if (flaw === 'robot-short' && !(isStarted && isSeparated)) throw new Ends(badRecordMac)
    return isStarted && isSeparated && isVersion ? block.subarray(block.length - 48) : randomBytes(48)
  }

  #onChangeCipherSpec(): void {
    if (this.#master === null && this.#flaw !== 'ccs-injection') throw new Ends(unexpectedMessage)
    this.#channel.readCipher = this.#watched(this.#cipher('client', this.#master ?? new Uint8Array(0)))
  }

  #onFinished(body: Uint8Array, bytes: Uint8Array): void {
    const master = this.#master
    if (master === null) throw new Ends(unexpectedMessage)
    const expected = verifyData(this.#hash, master, 'client', concat(this.#transcript))
    if (!expected.equals(body)) throw new Ends(decryptError)
    this.#transcript.push(bytes)
    if (this.#hello && hasExtension(this.#hello.extensions, extensionTypes.sessionTicket)) {
      this.#say(handshakeTypes.newSessionTicket, encode(ticketMessage, { lifetime: 300, ticket: randomBytes(64) }))
    }
    this.#channel.send(contentTypes.changeCipherSpec, Uint8Array.of(1))
    this.#channel.writeCipher = this.#cipher('server', master)
    this.#say(handshakeTypes.finished, verifyData(this.#hash, master, 'server', concat(this.#transcript)))
    this.#finished = true
  }

  #cipher(side: Side, master: Uint8Array): RecordCipher {
    const randoms = { client: this.#hello?.random ?? new Uint8Array(0), server: this.#random }
    const keys = directionKeys(this.#suite, { hash: this.#hash, master, randoms })[side]
    return recordCipher(this.#suite, this.#version, keys, randomBytes)
  }

  /** Opens CBC records as the flaw has it. */
  #watched(cipher: RecordCipher): RecordCipher {
    if (!(cipher instanceof CbcCipher)) return cipher
    return {
      seal: (type, content) => cipher.seal(type, content),
      open: (type, fragment) => {
        const found = cipher.inspect(type, fragment)
        if (found === null) throw new Ends(badRecordMac)
        return found.padding === 'valid' && found.macValid ? found.content : this.#rejected(found)
      },
    }
  }

  #rejected({ content, padding, macValid }: CbcInspection): Uint8Array {
    const flaw = this.#flaw
    if (flaw === 'poodle-tls' && padding === 'inconsistent' && macValid) return content
    if (flaw === 'zombie-poodle' && padding === 'inconsistent' && macValid) throw new Ends(internalError)
    if (flaw === 'goldendoodle' && padding !== 'valid') throw new Ends(decryptionFailed)
    if (flaw === 'zero-length-padding' && padding === 'valid' && content.length === 0) throw new Ends(null)
    throw new Ends(badRecordMac)
  }

  get #isSsl3(): boolean {
    return this.#version === 0x0300
  }

  get #hash() {
    return prfHashOf(this.#suite.id, versionName(this.#version) ?? 'TLSv1.2')
  }

  #say(type: number, body: Uint8Array): void {
    const message = encodeHandshake(type, rest, body)
    this.#channel.send(contentTypes.handshake, message)
    this.#transcript.push(message)
  }
}

function parametersOf(id: number): SuiteParameters {
  const suite = suiteParameters(id)
  if (suite === undefined) throw new RangeError('no such suite')
  return suite
}

const ticketMessage = struct({ lifetime: uint32, ticket: opaque16 })

const unexpectedMessage = 10
const badRecordMac = 20
const decryptionFailed = 21
const handshakeFailure = 40
const decodeError = 50
const decryptError = 51
const internalError = 80
const noRenegotiation = 100
