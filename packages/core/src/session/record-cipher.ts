import { aeadCipher } from './aead-cipher.ts'
import { CbcCipher } from './cbc-cipher.ts'
import type { DirectionKeys, RecordCipher } from './record-direction.ts'
import { keyBlock, type PrfHash, type Randoms, type Side } from './secrets.ts'
import { streamCipher } from './stream-cipher.ts'
import type { SuiteParameters } from './suite-parameters.ts'

export interface KeyMaterial {
  readonly hash: PrfHash
  readonly master: Uint8Array
  readonly randoms: Randoms
}

/** The keys of both directions, RFC 5246 section 6.3. */
export function directionKeys(
  suite: SuiteParameters,
  { hash, master, randoms }: KeyMaterial,
): Readonly<Record<Side, DirectionKeys>> {
  const { macLength, keyLength, ivLength } = suite
  const block = keyBlock(hash, master, randoms, 2 * (macLength + keyLength + ivLength))
  let at = 0
  const take = (length: number): Buffer => {
    at += length
    return block.subarray(at - length, at)
  }
  const macKeys = [take(macLength), take(macLength)] as const
  const keys = [take(keyLength), take(keyLength)] as const
  const ivs = [take(ivLength), take(ivLength)] as const
  return {
    client: { macKey: macKeys[0], key: keys[0], iv: ivs[0] },
    server: { macKey: macKeys[1], key: keys[1], iv: ivs[1] },
  }
}

/** `version` is the wire version, which the MAC covers. */
export function recordCipher(
  suite: SuiteParameters,
  version: number,
  keys: DirectionKeys,
  random: (length: number) => Uint8Array,
): RecordCipher {
  if (suite.bulk === 'cbc') return new CbcCipher(suite, version, keys, random)
  if (suite.bulk === 'rc4' || suite.bulk === 'null') return streamCipher(suite, version, keys)
  return aeadCipher(suite, version, keys)
}
