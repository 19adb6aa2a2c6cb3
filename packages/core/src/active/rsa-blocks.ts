/** RSA blocks for ClientKeyExchange: one that is right, and four that are wrong in one way each (RFC 8017 section 7.2.1). */
import { constants, publicEncrypt, X509Certificate } from 'node:crypto'
import type { Agreement } from '../session/index.ts'
import { encode, opaque16 } from '../wire/codec.ts'
import { WireError } from '../wire/wire-error.ts'

export const rsaBlockKinds = ['correct', 'wrong-start', 'late-separator', 'no-separator', 'wrong-version'] as const
export type RsaBlockKind = (typeof rsaBlockKinds)[number]

/** `version` is the one that the ClientHello offered. A leaf without an RSA key is a `WireError`. */
export function rsaBlock(
  kind: RsaBlockKind,
  leaf: Uint8Array,
  version: number,
  random: (length: number) => Uint8Array,
): Agreement {
  const key = rsaKeyOf(leaf)
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  const block = padded(kind, Math.ceil(bits / 8), version, random)
  // A modulus of odd length leaves no room in the first byte.
  if (kind === 'wrong-start') block.set([bits % 8 === 0 ? 0x41 : 0x00, 0x17])
  const encrypted = publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block)
  return { clientKeyExchange: encode(opaque16, encrypted), preMaster: block.subarray(block.length - 48) }
}

/** 00 02, bytes that are not zero, 00, version, 46 random bytes; and what each kind does to it. */
function padded(kind: RsaBlockKind, length: number, version: number, random: (length: number) => Uint8Array): Buffer {
  if (length < 64) throw new WireError('bad-value', 0, ['certificate', 'key'])
  const block = Buffer.from(random(length).map((byte) => (byte === 0 ? 1 : byte)))
  const separator = length - 49
  block.set([0, 2])
  block[separator] = kind === 'late-separator' || kind === 'no-separator' ? 0x11 : 0
  block.writeUInt16BE(kind === 'wrong-version' ? 0x0202 : version, separator + 1)
  if (kind === 'late-separator') block[length - 2] = 0
  return block
}

function rsaKeyOf(leaf: Uint8Array) {
  try {
    const { publicKey } = new X509Certificate(leaf)
    if (publicKey.asymmetricKeyType === 'rsa') return publicKey
  } catch {
    // Falls through: a certificate that cannot be read has no key.
  }
  throw new WireError('bad-value', 0, ['certificate', 'key'])
}
