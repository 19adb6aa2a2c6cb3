import type { ByteStream } from '../net/byte-stream.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { contentTypes, type HandshakeFrame, HandshakeReader, RecordReader, type TlsRecord } from '../wire/record.ts'
import { WireError } from '../wire/wire-error.ts'
import type { RecordProtection } from './key-schedule.ts'

export type Message =
  | { readonly kind: 'handshake'; readonly frame: HandshakeFrame }
  | { readonly kind: 'alert'; readonly level: number; readonly description: number }
  | { readonly kind: 'change-cipher-spec' }
  | { readonly kind: 'other'; readonly type: number; readonly content: Uint8Array }

/** The peer's first bytes are not a TLS record. */
export class NotTls extends Error {
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    super('not TLS')
    this.bytes = bytes
  }
}

/**
 * Messages of one connection. Empty records, warning alerts and records in all are counted, so a peer that sends them
 * without end is cut off as `too-much`.
 */
export class MessageStream {
  readonly #stream: ByteStream
  readonly #records = new RecordReader()
  readonly #handshakes = new HandshakeReader()
  #protection: RecordProtection | null = null
  #first: Uint8Array | null = null
  #recordCount = 0
  #emptyCount = 0
  #alertCount = 0

  constructor(stream: ByteStream) {
    this.#stream = stream
  }

  /** Opens what comes from here on, where it is encrypted. */
  protect(protection: RecordProtection | null): void {
    this.#protection = protection
  }

  async next(): Promise<Message> {
    for (;;) {
      const frame = this.#handshakes.next()
      if (frame !== null) return { kind: 'handshake', frame }
      const record = this.#records.next()
      if (record === null) {
        this.#push(await this.#stream.read())
        continue
      }
      const message = this.#accept(record)
      if (message !== null) return message
    }
  }

  #push(bytes: Uint8Array): void {
    if (this.#first === null || (this.#recordCount === 0 && this.#first.length < firstBytes)) {
      this.#first = this.#first === null ? bytes : Buffer.concat([this.#first, bytes])
      if (!looksLikeTls(this.#first)) throw new NotTls(this.#first)
    }
    this.#records.push(bytes)
  }

  #accept(record: TlsRecord): Message | null {
    this.#recordCount += 1
    if (this.#recordCount > maxRecords) throw new StreamEnd('too-much')
    const opened = this.#open(record)
    const { type, content } = opened
    if (content.length === 0) {
      this.#emptyCount += 1
      if (this.#emptyCount > maxEmpty) throw new StreamEnd('too-much')
      return null
    }
    if (type === contentTypes.handshake) {
      this.#handshakes.push(content)
      return null
    }
    if (type === contentTypes.alert) return this.#alert(content)
    if (type === contentTypes.changeCipherSpec) return { kind: 'change-cipher-spec' }
    return { kind: 'other', type, content }
  }

  #open(record: TlsRecord): { readonly type: number; readonly content: Uint8Array } {
    if (this.#protection === null || record.type !== contentTypes.applicationData) {
      return { type: record.type, content: record.fragment }
    }
    const opened = this.#protection.open(record.fragment)
    if (opened === null) throw new WireError('bad-value', 0, ['record', 'protection'])
    return opened
  }

  #alert(content: Uint8Array): Message {
    if (content.length < 2) throw new WireError('truncated', 0, ['alert'])
    this.#alertCount += 1
    if (this.#alertCount > maxAlerts) throw new StreamEnd('too-much')
    return { kind: 'alert', level: content[0] as number, description: content[1] as number }
  }
}

/** A record header, as far as it has come: type 20 to 24 and major version 3. */
function looksLikeTls(bytes: Uint8Array): boolean {
  const [type, major] = bytes
  if (type === undefined) return true
  return type >= 20 && type <= 24 && (major === undefined || major === 3)
}

const firstBytes = 5
const maxRecords = 1_024
const maxEmpty = 16
const maxAlerts = 8
