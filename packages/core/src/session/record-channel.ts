import type { ByteStream } from '../net/byte-stream.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { NotTls } from '../probe/message-stream.ts'
import { contentTypes, encodeRecord, type HandshakeFrame, HandshakeReader, RecordReader } from '../wire/record.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { WireError } from '../wire/wire-error.ts'
import type { RecordCipher } from './record-direction.ts'

export type SessionMessage =
  | { readonly kind: 'handshake'; readonly frame: HandshakeFrame }
  | { readonly kind: 'alert'; readonly level: number; readonly description: number }
  | { readonly kind: 'change-cipher-spec' }
  | { readonly kind: 'application-data'; readonly content: Uint8Array }
  | { readonly kind: 'heartbeat'; readonly content: Uint8Array }

/**
 * Both directions of a record layer over one stream. What is sent is sealed, and what comes is opened, from the moment a
 * cipher is set. Reading throws `StreamEnd`, `NotTls` or `WireError`; records, empty ones and alerts are counted, so a
 * peer that sends them without end is cut off as `too-much`.
 */
export class RecordChannel {
  /** Wire version of the records we send. */
  version: number = wireVersions['TLSv1.0']
  writeCipher: RecordCipher | null = null
  readCipher: RecordCipher | null = null
  readonly #stream: ByteStream
  readonly #records = new RecordReader()
  readonly #handshakes = new HandshakeReader()
  #pending: Promise<SessionMessage> | null = null
  #first: Uint8Array = new Uint8Array(0)
  #recordCount = 0
  #emptyCount = 0
  #alertCount = 0

  constructor(stream: ByteStream) {
    this.#stream = stream
  }

  send(type: number, content: Uint8Array): void {
    this.sendFragment(type, this.writeCipher === null ? content : this.writeCipher.seal(type, content))
  }

  /** A record whose fragment is taken as it is. */
  sendFragment(type: number, fragment: Uint8Array): void {
    this.#stream.write(encodeRecord({ type, version: this.version, fragment }))
  }

  next(): Promise<SessionMessage> {
    const pending = this.#pending ?? this.#read()
    this.#pending = null
    return pending
  }

  /** Null where nothing came within so many milliseconds; what comes later is the answer of the next call. */
  async nextWithin(milliseconds: number): Promise<SessionMessage | null> {
    const pending = this.#pending ?? this.#read()
    this.#pending = pending
    // It may fail while nobody waits for it; whoever asks next is told.
    pending.catch(() => undefined)
    const { promise, resolve } = Promise.withResolvers<null>()
    const timer = setTimeout(() => resolve(null), milliseconds)
    try {
      const message = await Promise.race([pending, promise])
      if (message !== null) this.#pending = null
      return message
    } finally {
      clearTimeout(timer)
    }
  }

  async #read(): Promise<SessionMessage> {
    for (;;) {
      const frame = this.#handshakes.next()
      if (frame !== null) return { kind: 'handshake', frame }
      const message = await this.#nextRecord()
      if (message !== null) return message
    }
  }

  async #nextRecord(): Promise<SessionMessage | null> {
    const record = this.#decode()
    if (record === null) {
      const bytes = await this.#stream.read()
      if (this.#recordCount === 0) this.#first = Buffer.concat([this.#first, bytes])
      this.#records.push(bytes)
      return null
    }
    this.#recordCount += 1
    const content = this.readCipher === null ? record.fragment : this.readCipher.open(record.type, record.fragment)
    if (content === null) throw new WireError('bad-value', 0, ['record', 'protection'])
    if (content.length === 0) this.#emptyCount += 1
    if (record.type === contentTypes.alert) this.#alertCount += 1
    if (this.#recordCount > maxRecords || this.#emptyCount > maxEmpty || this.#alertCount > maxAlerts) {
      throw new StreamEnd('too-much')
    }
    if (content.length === 0) return null
    return this.#message(record.type, content)
  }

  #decode(): { readonly type: number; readonly fragment: Uint8Array } | null {
    try {
      return this.#records.next()
    } catch (error) {
      if (error instanceof WireError && this.#recordCount === 0) throw new NotTls(this.#first)
      throw error
    }
  }

  #message(type: number, content: Uint8Array): SessionMessage | null {
    if (type === contentTypes.alert) {
      if (content.length < 2) throw new WireError('truncated', 0, ['alert'])
      return { kind: 'alert', level: content[0] as number, description: content[1] as number }
    }
    if (type === contentTypes.changeCipherSpec) return { kind: 'change-cipher-spec' }
    if (type === contentTypes.heartbeat) return { kind: 'heartbeat', content }
    if (type === contentTypes.applicationData) return { kind: 'application-data', content }
    this.#handshakes.push(content)
    return null
  }
}

const maxRecords = 256
const maxEmpty = 16
const maxAlerts = 8
