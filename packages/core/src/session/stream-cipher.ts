/** RC4 and NULL with a MAC, RFC 5246 section 6.2.3.1. OpenSSL 3 gives RC4 to nobody by default, and it is short. */
import { timingSafeEqual } from 'node:crypto'
import { additionalData, type DirectionKeys, type RecordCipher, recordMac } from './record-direction.ts'
import type { SuiteParameters } from './suite-parameters.ts'

export function streamCipher(suite: SuiteParameters, version: number, keys: DirectionKeys): RecordCipher {
  const crypt = suite.bulk === 'rc4' ? rc4(keys.key) : (data: Uint8Array) => data
  let sequence = 0n
  const macOf = (type: number, content: Uint8Array): Buffer => {
    const mac = recordMac(suite.mac, keys.macKey, additionalData(sequence, type, version, content.length), content)
    sequence += 1n
    return mac
  }
  return {
    seal: (type, content) => crypt(Buffer.concat([content, macOf(type, content)])),
    open: (type, fragment) => {
      if (fragment.length < suite.macLength) return null
      const plain = crypt(fragment)
      const content = plain.subarray(0, plain.length - suite.macLength)
      return timingSafeEqual(macOf(type, content), plain.subarray(content.length)) ? content : null
    },
  }
}

/** RFC 6229 has its test vectors. */
export function rc4(key: Uint8Array): (data: Uint8Array) => Uint8Array {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at)
  const swap = (left: number, right: number): void => {
    const kept = state[left] as number
    state[left] = state[right] as number
    state[right] = kept
  }
  for (let at = 0, to = 0; at < 256; at += 1) {
    to = (to + (state[at] as number) + (key[at % key.length] as number)) & 0xff
    swap(at, to)
  }
  let left = 0
  let right = 0
  return (data) =>
    data.map((byte) => {
      left = (left + 1) & 0xff
      right = (right + (state[left] as number)) & 0xff
      swap(left, right)
      return byte ^ (state[((state[left] as number) + (state[right] as number)) & 0xff] as number)
    })
}
