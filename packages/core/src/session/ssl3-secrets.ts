/** The secrets of SSL 3.0: RFC 6101 sections 5.2.3.1, 5.6.9 and 6. */
import { createHash } from 'node:crypto'

/** What SSL 3.0 has for a pseudo-random function: MD5 over SHA-1 over a label that grows, the secret and the seed. */
export function ssl3Expand(secret: Uint8Array, seed: Uint8Array, length: number): Buffer {
  const blocks: Buffer[] = []
  for (let made = 0; made < length; made += 16) {
    const label = Buffer.alloc(blocks.length + 1, 0x41 + blocks.length)
    blocks.push(digest('md5', secret, digest('sha1', label, secret, seed)))
  }
  return Buffer.concat(blocks).subarray(0, length)
}

/** The 36 bytes of a Finished message. */
export function ssl3VerifyData(master: Uint8Array, side: 'client' | 'server', transcript: Uint8Array): Buffer {
  const sender = Buffer.from(side === 'client' ? 'CLNT' : 'SRVR', 'latin1')
  const half = (hash: 'md5' | 'sha1'): Buffer =>
    digest(hash, master, pad(hash, outer), digest(hash, transcript, sender, master, pad(hash, inner)))
  return Buffer.concat([half('md5'), half('sha1')])
}

/** The MAC of a record; unlike HMAC it does not cover the version. `head` is sequence number, type and length. */
export function ssl3Mac(hash: 'md5' | 'sha1', key: Uint8Array, head: Uint8Array, content: Uint8Array): Buffer {
  return digest(hash, key, pad(hash, outer), digest(hash, key, pad(hash, inner), head, content))
}

export function md5(...parts: readonly Uint8Array[]): Buffer {
  return digest('md5', ...parts)
}

function digest(hash: 'md5' | 'sha1', ...parts: readonly Uint8Array[]): Buffer {
  const sum = createHash(hash)
  for (const part of parts) sum.update(part)
  return sum.digest()
}

function pad(hash: 'md5' | 'sha1', byte: number): Buffer {
  return Buffer.alloc(hash === 'md5' ? 48 : 40, byte)
}

const inner = 0x36
const outer = 0x5c
