import { aeadCipher } from './aead-cipher.ts'
import { CbcCipher } from './cbc-cipher.ts'
import type { DirectionKeys, RecordCipher } from './record-direction.ts'
import { keyBlock, type PrfHash, prf, type Randoms, type Side } from './secrets.ts'
import { md5 } from './ssl3-secrets.ts'
import { streamCipher } from './stream-cipher.ts'
import type { SuiteParameters } from './suite-parameters.ts'

export interface KeyMaterial {
  readonly hash: PrfHash
  readonly master: Uint8Array
  readonly randoms: Randoms
}

/** The keys of both directions, RFC 5246 section 6.3; of export suites RFC 2246 section 6.3.1 and RFC 6101 section 6.2.2.1. */
export function directionKeys(
  suite: SuiteParameters,
  { hash, master, randoms }: KeyMaterial,
): Readonly<Record<Side, DirectionKeys>> {
  const { macLength, keyMaterial, ivLength } = suite
  const block = keyBlock(hash, master, randoms, 2 * (macLength + keyMaterial + ivLength))
  let at = 0
  const take = (length: number): Buffer => {
    at += length
    return block.subarray(at - length, at)
  }
  const macKeys = [take(macLength), take(macLength)] as const
  const keys = [take(keyMaterial), take(keyMaterial)] as const
  const ivs = [take(ivLength), take(ivLength)] as const
  const both = {
    client: { macKey: macKeys[0], key: keys[0], iv: ivs[0] },
    server: { macKey: macKeys[1], key: keys[1], iv: ivs[1] },
  }
  return suite.exported ? stretched(both, suite, { hash, master, randoms }) : both
}

/** The few secret bytes of an export suite, made into keys with the randoms that everybody sees. */
function stretched(
  { client, server }: Readonly<Record<Side, DirectionKeys>>,
  { keyLength, ivLength }: SuiteParameters,
  { hash, randoms }: KeyMaterial,
): Readonly<Record<Side, DirectionKeys>> {
  const there = Buffer.concat([randoms.client, randoms.server])
  const back = Buffer.concat([randoms.server, randoms.client])
  if (hash === 'ssl3') {
    const key = (secret: Uint8Array, seed: Uint8Array): Buffer => md5(secret, seed).subarray(0, keyLength)
    return {
      client: { ...client, key: key(client.key, there), iv: md5(there).subarray(0, ivLength) },
      server: { ...server, key: key(server.key, back), iv: md5(back).subarray(0, ivLength) },
    }
  }
  const iv = prf(hash, new Uint8Array(0), 'IV block', there, 2 * ivLength)
  return {
    client: {
      ...client,
      key: prf(hash, client.key, 'client write key', there, keyLength),
      iv: iv.subarray(0, ivLength),
    },
    server: { ...server, key: prf(hash, server.key, 'server write key', there, keyLength), iv: iv.subarray(ivLength) },
  }
}

/** `version` is the wire version, which the MAC covers. */
export function recordCipher(
  suite: SuiteParameters,
  version: number,
  keys: DirectionKeys,
  random: (length: number) => Uint8Array,
): RecordCipher {
  if (suite.bulk === 'cbc') {
    const isSingleDes = suite.keyLength === 8
    const key = isSingleDes ? Buffer.concat([keys.key, keys.key, keys.key]) : keys.key
    return new CbcCipher(suite, version, { ...keys, key }, random)
  }
  if (suite.bulk === 'rc4' || suite.bulk === 'null') return streamCipher(suite, version, keys)
  return aeadCipher(suite, version, keys)
}
