/** CBC with MAC-then-encrypt, RFC 5246 section 6.2.3.2, RFC 2246 section 6.2.3.2 and RFC 6101 section 5.2.3.2. */
import { createCipheriv, createDecipheriv, timingSafeEqual } from 'node:crypto'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { additionalData, type DirectionKeys, hasExplicitIv, type RecordCipher, recordMac } from './record-direction.ts'
import type { SuiteParameters } from './suite-parameters.ts'

/** A record's plaintext before encryption, part by part. */
export interface CbcParts {
  readonly content: Uint8Array
  readonly mac: Uint8Array
  /** With its length byte. */
  readonly padding: Uint8Array
}

/** What a receiver finds when it looks at everything before it decides; the bytes of SSL 3.0's padding may be anything. */
export interface CbcInspection {
  readonly content: Uint8Array
  /** `overlong`: the padding claims more bytes than the record has beside the MAC; then nothing else can be checked. */
  readonly padding: 'valid' | 'inconsistent' | 'overlong'
  readonly macValid: boolean
}

export class CbcCipher implements RecordCipher {
  readonly #suite: SuiteParameters
  readonly #version: number
  readonly #keys: DirectionKeys
  readonly #random: (length: number) => Uint8Array
  #sequence = 0n
  #lastBlock: Uint8Array

  constructor(suite: SuiteParameters, version: number, keys: DirectionKeys, random: (length: number) => Uint8Array) {
    this.#suite = suite
    this.#version = version
    this.#keys = keys
    this.#random = random
    this.#lastBlock = keys.iv
  }

  seal(type: number, content: Uint8Array): Uint8Array {
    return this.sealShaped(type, content, ({ mac, padding }) => Buffer.concat([content, mac, padding]))
  }

  /** As `seal`, with `shape` deciding what is encrypted: whole blocks, right or wrong. */
  sealShaped(type: number, content: Uint8Array, shape: (parts: CbcParts) => Uint8Array): Uint8Array {
    const { ivLength, mac: hash, algorithm } = this.#suite
    const mac = recordMac(hash, this.#keys.macKey, this.#data(type, content.length), content)
    this.#sequence += 1n
    const length = ivLength - ((content.length + mac.length) % ivLength)
    const plain = shape({ content, mac, padding: new Uint8Array(length).fill(length - 1) })
    const iv = hasExplicitIv(this.#version) ? this.#random(ivLength) : this.#lastBlock
    const cipher = createCipheriv(algorithm, this.#keys.key, iv).setAutoPadding(false)
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
    this.#lastBlock = sealed.subarray(sealed.length - ivLength)
    return hasExplicitIv(this.#version) ? Buffer.concat([iv, sealed]) : sealed
  }

  open(type: number, fragment: Uint8Array): Uint8Array | null {
    const found = this.inspect(type, fragment)
    return found !== null && found.padding === 'valid' && found.macValid ? found.content : null
  }

  /** Null where the fragment is no whole number of blocks. */
  inspect(type: number, fragment: Uint8Array): CbcInspection | null {
    const { ivLength, macLength, mac: hash, algorithm } = this.#suite
    const explicit = hasExplicitIv(this.#version)
    const iv = explicit ? fragment.subarray(0, ivLength) : this.#lastBlock
    const sealed = explicit ? fragment.subarray(ivLength) : fragment
    if (iv.length < ivLength || sealed.length === 0 || sealed.length % ivLength !== 0) return null
    this.#lastBlock = sealed.slice(sealed.length - ivLength)
    const decipher = createDecipheriv(algorithm, this.#keys.key, iv).setAutoPadding(false)
    const plain = Buffer.concat([decipher.update(sealed), decipher.final()])
    const padLength = (plain[plain.length - 1] as number) + 1
    const end = plain.length - macLength - padLength
    this.#sequence += 1n
    if (end < 0) return { content: new Uint8Array(0), padding: 'overlong', macValid: false }
    const content = plain.subarray(0, end)
    const isConsistent =
      this.#version === wireVersions.SSLv3
        ? padLength <= ivLength
        : plain.subarray(plain.length - padLength).every((byte) => byte === padLength - 1)
    const data = additionalData(this.#sequence - 1n, type, this.#version, content.length)
    const macValid = timingSafeEqual(
      recordMac(hash, this.#keys.macKey, data, content),
      plain.subarray(end, end + macLength),
    )
    return { content, padding: isConsistent ? 'valid' : 'inconsistent', macValid }
  }

  #data(type: number, length: number): Uint8Array {
    return additionalData(this.#sequence, type, this.#version, length)
  }
}
