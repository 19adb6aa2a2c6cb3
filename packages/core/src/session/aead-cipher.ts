/** GCM (RFC 5288), CCM (RFC 6655) and ChaCha20-Poly1305 (RFC 7905) records of TLS 1.2. */
import { type CipherGCMTypes, createCipheriv, createDecipheriv } from 'node:crypto'
import { additionalData, type DirectionKeys, type RecordCipher } from './record-direction.ts'
import type { SuiteParameters } from './suite-parameters.ts'

export function aeadCipher(suite: SuiteParameters, version: number, keys: DirectionKeys): RecordCipher {
  const { tagLength, bulk } = suite
  // Node types name AES only; the same interface serves ARIA and Camellia.
  const algorithm = suite.algorithm as CipherGCMTypes
  const options = { authTagLength: tagLength }
  const explicitLength = bulk === 'chacha20' ? 0 : 8
  let sequence = 0n
  const nonceOf = (explicit: Uint8Array): Buffer => {
    if (explicitLength > 0) return Buffer.concat([keys.iv, explicit])
    const nonce = Buffer.from(keys.iv)
    for (let at = 0; at < 8; at += 1) {
      nonce[4 + at] = (nonce[4 + at] as number) ^ Number((sequence >> BigInt(8 * (7 - at))) & 0xffn)
    }
    return nonce
  }
  return {
    seal: (type, content) => {
      const explicit = Buffer.alloc(explicitLength)
      if (explicitLength > 0) explicit.writeBigUInt64BE(sequence)
      const cipher = createCipheriv(algorithm, keys.key, nonceOf(explicit), options)
      cipher.setAAD(additionalData(sequence, type, version, content.length), { plaintextLength: content.length })
      sequence += 1n
      const sealed = Buffer.concat([cipher.update(content), cipher.final()])
      return Buffer.concat([explicit, sealed, cipher.getAuthTag()])
    },
    open: (type, fragment) => {
      const length = fragment.length - explicitLength - tagLength
      if (length < 0) return null
      const decipher = createDecipheriv(algorithm, keys.key, nonceOf(fragment.subarray(0, explicitLength)), options)
      decipher.setAuthTag(fragment.subarray(fragment.length - tagLength))
      decipher.setAAD(additionalData(sequence, type, version, length), { plaintextLength: length })
      sequence += 1n
      try {
        const opened = decipher.update(fragment.subarray(explicitLength, explicitLength + length))
        return Buffer.concat([opened, decipher.final()])
      } catch {
        return null
      }
    },
  }
}
