/** The secrets of SSL 3.0 to TLS 1.2: RFC 6101, RFC 2246 section 5, RFC 5246 section 5, RFC 7627. */
import { createHash, createHmac } from 'node:crypto'
import { ssl3Expand, ssl3VerifyData } from './ssl3-secrets.ts'

/** `md5-sha1` is the pair of TLS 1.0 and 1.1, `ssl3` what SSL 3.0 does instead. */
export type PrfHash = 'ssl3' | 'md5-sha1' | 'sha256' | 'sha384'

/** `length` bytes of the pseudo-random function; SSL 3.0 has no labels. */
export function prf(hash: PrfHash, secret: Uint8Array, label: string, seed: Uint8Array, length: number): Buffer {
  if (hash === 'ssl3') return ssl3Expand(secret, seed, length)
  const labelled = Buffer.concat([Buffer.from(label, 'latin1'), seed])
  if (hash !== 'md5-sha1') return expand(hash, secret, labelled, length)
  const half = Math.ceil(secret.length / 2)
  const left = expand('md5', secret.subarray(0, half), labelled, length)
  const right = expand('sha1', secret.subarray(secret.length - half), labelled, length)
  for (let at = 0; at < length; at += 1) left[at] = (left[at] as number) ^ (right[at] as number)
  return left
}

export interface Randoms {
  readonly client: Uint8Array
  readonly server: Uint8Array
}

/** RFC 5246 section 8.1. */
export function masterSecret(hash: PrfHash, preMaster: Uint8Array, randoms: Randoms): Buffer {
  return prf(hash, preMaster, 'master secret', Buffer.concat([randoms.client, randoms.server]), 48)
}

/** RFC 7627 section 4: bound to the transcript up to and including ClientKeyExchange. */
export function extendedMasterSecret(hash: PrfHash, preMaster: Uint8Array, transcript: Uint8Array): Buffer {
  return prf(hash, preMaster, 'extended master secret', transcriptHash(hash, transcript), 48)
}

/** RFC 5246 section 6.3. */
export function keyBlock(hash: PrfHash, master: Uint8Array, randoms: Randoms, length: number): Buffer {
  return prf(hash, master, 'key expansion', Buffer.concat([randoms.server, randoms.client]), length)
}

export type Side = 'client' | 'server'

/** RFC 5246 section 7.4.9: the twelve bytes of a Finished message; 36 in SSL 3.0. */
export function verifyData(hash: PrfHash, master: Uint8Array, side: Side, transcript: Uint8Array): Buffer {
  if (hash === 'ssl3') return ssl3VerifyData(master, side, transcript)
  return prf(hash, master, `${side} finished`, transcriptHash(hash, transcript), 12)
}

function transcriptHash(hash: PrfHash, transcript: Uint8Array): Buffer {
  if (hash !== 'md5-sha1') return createHash(hash).update(transcript).digest()
  return Buffer.concat([createHash('md5').update(transcript).digest(), createHash('sha1').update(transcript).digest()])
}

/** P_hash of RFC 5246 section 5. */
function expand(hash: string, secret: Uint8Array, seed: Uint8Array, length: number): Buffer {
  const hmac = (...parts: readonly Uint8Array[]): Buffer => {
    const mac = createHmac(hash, secret)
    for (const part of parts) mac.update(part)
    return mac.digest()
  }
  const blocks: Buffer[] = []
  let link = hmac(seed)
  for (let made = 0; made < length; made += link.length) {
    blocks.push(hmac(link, seed))
    link = hmac(link)
  }
  return Buffer.concat(blocks).subarray(0, length)
}
