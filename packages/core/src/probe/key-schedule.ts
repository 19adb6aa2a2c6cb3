/** RFC 8446 section 7: from a shared secret to the keys that open the server's encrypted flight. */
import { createCipheriv, createDecipheriv, createHash, createHmac } from 'node:crypto'
import { encode, opaque8, struct, uint16 } from '../wire/codec.ts'

export interface SuiteKeys {
  readonly hash: 'sha256' | 'sha384'
  readonly cipher: 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305' | 'aes-128-ccm'
  readonly keyLength: number
  readonly tagLength: number
}

const suites = new Map<number, SuiteKeys>([
  [0x1301, { hash: 'sha256', cipher: 'aes-128-gcm', keyLength: 16, tagLength: 16 }],
  [0x1302, { hash: 'sha384', cipher: 'aes-256-gcm', keyLength: 32, tagLength: 16 }],
  [0x1303, { hash: 'sha256', cipher: 'chacha20-poly1305', keyLength: 32, tagLength: 16 }],
  [0x1304, { hash: 'sha256', cipher: 'aes-128-ccm', keyLength: 16, tagLength: 16 }],
  [0x1305, { hash: 'sha256', cipher: 'aes-128-ccm', keyLength: 16, tagLength: 8 }],
])

/** What is needed to decrypt under a suite; undefined for suites that only their presence matters of. */
export function suiteKeys(cipherSuite: number): SuiteKeys | undefined {
  return suites.get(cipherSuite)
}

export interface HandshakeSecrets {
  readonly handshake: Buffer
  readonly client: Buffer
  readonly server: Buffer
}

/** The traffic secrets of the handshake, from the ECDHE secret and the hash up to ServerHello. */
export function handshakeSecrets(
  { hash }: SuiteKeys,
  shared: Uint8Array,
  transcriptHash: Uint8Array,
  psk?: Uint8Array,
): HandshakeSecrets {
  const early = earlySecret(hash, psk)
  const handshake = hmac(hash, deriveSecret(hash, early, 'derived', digest(hash, [])), shared)
  return {
    handshake,
    client: deriveSecret(hash, handshake, 'c hs traffic', transcriptHash),
    server: deriveSecret(hash, handshake, 's hs traffic', transcriptHash),
  }
}

export function digest(hash: SuiteKeys['hash'], parts: readonly Uint8Array[]): Buffer {
  const running = createHash(hash)
  for (const part of parts) running.update(part)
  return running.digest()
}

/** One direction of record protection, section 5.2. */
export class RecordProtection {
  readonly #suite: SuiteKeys
  readonly #key: Buffer
  readonly #iv: Buffer
  #sequence = 0

  constructor(suite: SuiteKeys, trafficSecret: Uint8Array) {
    this.#suite = suite
    this.#key = expandLabel(suite.hash, trafficSecret, 'key', new Uint8Array(0), suite.keyLength)
    this.#iv = expandLabel(suite.hash, trafficSecret, 'iv', new Uint8Array(0), 12)
  }

  /** The inner content and type, or null where it does not authenticate. */
  open(fragment: Uint8Array): { readonly type: number; readonly content: Uint8Array } | null {
    const { cipher, tagLength } = this.#suite
    const length = fragment.length - tagLength
    if (length < 1) return null
    try {
      const options = { authTagLength: tagLength }
      const open = createDecipheriv(cipher as 'aes-128-ccm', this.#key, this.#nonce(), options)
      open.setAuthTag(fragment.subarray(length))
      open.setAAD(recordHeader(fragment.length), { plaintextLength: length })
      const plain = open.update(fragment.subarray(0, length))
      open.final()
      let end = plain.length
      while (end > 0 && plain[end - 1] === 0) end -= 1
      return end === 0 ? null : { type: plain[end - 1] as number, content: plain.subarray(0, end - 1) }
    } catch {
      return null
    }
  }

  /** A whole record around `content`. */
  seal(type: number, content: Uint8Array): Buffer {
    const { cipher, tagLength } = this.#suite
    const inner = Buffer.concat([content, Uint8Array.of(type)])
    const header = recordHeader(inner.length + tagLength)
    const seal = createCipheriv(cipher as 'aes-128-ccm', this.#key, this.#nonce(), { authTagLength: tagLength })
    seal.setAAD(header, { plaintextLength: inner.length })
    const body = seal.update(inner)
    seal.final()
    return Buffer.concat([header, body, seal.getAuthTag()])
  }

  #nonce(): Buffer {
    const nonce = Buffer.from(this.#iv)
    nonce.writeUInt32BE((nonce.readUInt32BE(8) ^ this.#sequence) >>> 0, 8)
    this.#sequence += 1
    return nonce
  }
}

export function earlySecret(hash: SuiteKeys['hash'], psk: Uint8Array = Buffer.alloc(hashLength(hash))): Buffer {
  return hmac(hash, Buffer.alloc(hashLength(hash)), psk)
}

export function deriveSecret(
  hash: SuiteKeys['hash'],
  secret: Uint8Array,
  label: string,
  transcriptHash: Uint8Array,
): Buffer {
  return expandLabel(hash, secret, label, transcriptHash, hashLength(hash))
}

export function hashLength(hash: SuiteKeys['hash']): number {
  return hash === 'sha384' ? 48 : 32
}

const labelCodec = struct({ length: uint16, label: opaque8, context: opaque8 })

/** HKDF-Expand-Label; one or two blocks are all that TLS asks for. */
export function expandLabel(
  hash: SuiteKeys['hash'],
  secret: Uint8Array,
  label: string,
  context: Uint8Array,
  length: number,
): Buffer {
  const info = encode(labelCodec, { length, label: Buffer.from(`tls13 ${label}`), context })
  const blocks: Buffer[] = []
  for (let have = 0, n = 1; have < length; n += 1) {
    const block = createHmac(hash, secret)
      .update(blocks.at(-1) ?? Buffer.alloc(0))
      .update(info)
      .update(Uint8Array.of(n))
      .digest()
    blocks.push(block)
    have += block.length
  }
  return Buffer.concat(blocks).subarray(0, length)
}

function hmac(hash: string, key: Uint8Array, data: Uint8Array): Buffer {
  return createHmac(hash, key).update(data).digest()
}

function recordHeader(length: number): Buffer {
  return Buffer.from([23, 3, 3, length >> 8, length & 0xff])
}
