/** The record layer of RFC 8446 section 5.1 and RFC 6101 section 5.2: framing, and reassembly of handshake messages. */
import { Reader } from './reader.ts'
import { WireError } from './wire-error.ts'

export const contentTypes = {
  changeCipherSpec: 20,
  alert: 21,
  handshake: 22,
  applicationData: 23,
  heartbeat: 24,
} as const

export interface TlsRecord {
  readonly type: number
  readonly version: number
  readonly fragment: Uint8Array
}

/** A handshake message as framed: type and body, not yet parsed. `bytes` is header and body, what transcripts hash. */
export interface HandshakeFrame {
  readonly type: number
  readonly body: Uint8Array
  readonly bytes: Uint8Array
}

/** Splits a byte stream into records, however the bytes arrive. */
export class RecordReader {
  #pending: Uint8Array = new Uint8Array(0)
  #consumed = 0

  push(bytes: Uint8Array): void {
    this.#pending = this.#pending.length === 0 ? bytes : concat([this.#pending, bytes])
  }

  /** The next whole record, or null until more bytes come. */
  next(): TlsRecord | null {
    const bytes = this.#pending
    if (bytes.length < headerLength) return null
    const header = new Reader(bytes)
    const type = header.uint(1)
    const version = header.uint(2)
    const length = header.uint(2)
    if (type < 20 || type > 24 || version >> 8 !== 3) throw new WireError('bad-value', this.#consumed, ['record'])
    if (length > maxCiphertext) throw new WireError('too-large', this.#consumed, ['record', 'length'])
    if (bytes.length < headerLength + length) return null
    this.#pending = bytes.subarray(headerLength + length)
    this.#consumed += headerLength + length
    return { type, version, fragment: bytes.subarray(headerLength, headerLength + length) }
  }
}

/** Joins handshake fragments into messages; a message may span records and a record may hold several. */
export class HandshakeReader {
  readonly #maxMessage: number
  #parts: Uint8Array[] = []
  #length = 0

  constructor({ maxMessage = maxHandshake }: { maxMessage?: number } = {}) {
    this.#maxMessage = maxMessage
  }

  push(fragment: Uint8Array): void {
    this.#parts.push(fragment)
    this.#length += fragment.length
  }

  /** Whether part of a message is waiting for its rest. */
  get pending(): boolean {
    return this.#length > 0
  }

  next(): HandshakeFrame | null {
    if (this.#length < 4) return null
    let all = this.#parts[0] as Uint8Array
    if (this.#parts.length > 1 && all.length < 4) all = this.#join()
    const length = ((all[1] as number) << 16) | ((all[2] as number) << 8) | (all[3] as number)
    if (length > this.#maxMessage) throw new WireError('too-large', 0, ['handshake', 'length'])
    if (this.#length < 4 + length) return null
    all = this.#join()
    const bytes = all.subarray(0, 4 + length)
    const left = all.subarray(4 + length)
    this.#parts = left.length > 0 ? [left] : []
    this.#length = left.length
    return { type: bytes[0] as number, body: bytes.subarray(4), bytes }
  }

  #join(): Uint8Array {
    const all = this.#parts.length === 1 ? (this.#parts[0] as Uint8Array) : concat(this.#parts)
    this.#parts = [all]
    return all
  }
}

/** One record; `fragment` is at most 2^14 bytes. */
export function encodeRecord({ type, version, fragment }: TlsRecord): Uint8Array {
  if (fragment.length > maxCiphertext) throw new WireError('too-large', 3, ['fragment'])
  const record = new Uint8Array(headerLength + fragment.length)
  record[0] = type
  record[1] = version >> 8
  record[2] = version & 0xff
  record[3] = fragment.length >> 8
  record[4] = fragment.length & 0xff
  record.set(fragment, headerLength)
  return record
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  let length = 0
  for (const part of parts) length += part.length
  const all = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

const headerLength = 5
/** RFC 5246 section 6.2.3: a ciphertext fragment is at most 2^14 + 2048 bytes. */
const maxCiphertext = 16_384 + 2_048
/** Chains of a few hundred kilobytes exist; beyond this a certificate message is an attack. */
const maxHandshake = 1_048_576
