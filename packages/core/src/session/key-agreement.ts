/** The client's half of the key exchanges of SSL 3.0 to TLS 1.2. */
import {
  constants,
  createECDH,
  createPublicKey,
  type KeyObject,
  publicEncrypt,
  randomBytes,
  X509Certificate,
} from 'node:crypto'
import { startKeyExchange } from '../probe/key-exchange.ts'
import { encode, opaque8, opaque16 } from '../wire/codec.ts'
import type { ServerParams, ServerRsaParams } from '../wire/server-key-exchange.ts'
import { WireError } from '../wire/wire-error.ts'

export interface Agreement {
  /** Body of the ClientKeyExchange message. */
  readonly clientKeyExchange: Uint8Array
  readonly preMaster: Uint8Array
}

/** RFC 5246 section 7.4.7.1. `version` is the one that the ClientHello offered; a leaf without an RSA key is a `WireError`. */
export function agreeByRsa(leaf: Uint8Array, version: number, random: (length: number) => Uint8Array): Agreement {
  return encryptedTo(() => new X509Certificate(leaf).publicKey, ['certificate', 'key'], version, random)
}

/** The temporary RSA key of an export suite, RFC 2246 section 7.4.3. */
export function agreeByTemporaryRsa(
  { modulus, exponent }: ServerRsaParams,
  version: number,
  random: (length: number) => Uint8Array,
): Agreement {
  const [n, e] = [modulus, exponent].map((bytes) => Buffer.from(bytes).toString('base64url')) as [string, string]
  const key = (): KeyObject => createPublicKey({ key: { kty: 'RSA', n, e }, format: 'jwk' })
  return encryptedTo(key, ['serverKeyExchange', 'rsa'], version, random)
}

function encryptedTo(
  keyOf: () => KeyObject,
  path: string[],
  version: number,
  random: (length: number) => Uint8Array,
): Agreement {
  const preMaster = Buffer.concat([Buffer.of(version >> 8, version & 0xff), random(46)])
  const encrypted = peerMath(path, () =>
    publicEncrypt({ key: keyOf(), padding: constants.RSA_PKCS1_PADDING }, preMaster),
  )
  return { clientKeyExchange: encode(opaque16, encrypted), preMaster }
}

/** By the parameters of ServerKeyExchange; what cannot be computed with them is a `WireError`. */
export function agreeByParams(params: ServerParams): Agreement {
  if (params.kind === 'dh') {
    // Longer primes than any group in use would only burn our time.
    if (params.p.length > maxPrimeBytes) throw new WireError('too-large', 0, ['serverKeyExchange', 'dh'])
    return peerMath(['serverKeyExchange', 'dh'], () => {
      const prime = integer(params.p)
      const exponent = integer(randomBytes(exponentBytes))
      const publicKey = bytesOf(power(integer(params.g), exponent, prime))
      // RFC 5246 section 8.1.2: leading zeros do not count.
      const preMaster = bytesOf(power(integer(params.publicKey), exponent, prime))
      return { clientKeyExchange: encode(opaque16, publicKey), preMaster }
    })
  }
  if (params.kind === 'ec') {
    return peerMath(['serverKeyExchange', 'ec'], () => {
      const { publicKey, agree } = startKeyExchange(params.group) ?? namedCurve(params.group)
      return { clientKeyExchange: encode(opaque8, publicKey), preMaster: agree(params.publicKey) }
    })
  }
  throw new WireError('bad-value', 0, ['serverKeyExchange', params.kind])
}

/** Groups that sessions agree in, usual ones first. */
export const sessionGroups: readonly number[] = [
  0x001d, 0x0017, 0x001e, 0x0018, 0x0019, 0x001c, 0x001b, 0x001a, 0x0016, 0x000e, 0x000c, 0x000a,
]

const curves = new Map([
  [0x000a, 'sect283r1'],
  [0x000c, 'sect409r1'],
  [0x000e, 'sect571r1'],
  [0x0016, 'secp256k1'],
  [0x001a, 'brainpoolP256r1'],
  [0x001b, 'brainpoolP384r1'],
  [0x001c, 'brainpoolP512r1'],
])

function namedCurve(group: number): {
  readonly publicKey: Uint8Array
  readonly agree: (peer: Uint8Array) => Uint8Array
} {
  const name = curves.get(group)
  if (name === undefined) throw new WireError('bad-value', 0, ['group'])
  const pair = createECDH(name)
  return { publicKey: pair.generateKeys(), agree: (peer) => pair.computeSecret(peer) }
}

/**
 * Arithmetic of our own, because Node proves the peer's prime to be a safe one first, which takes half a second. No secret
 * of ours outlives the probe, so that it takes time by the exponent's bits does no harm.
 */
export function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n % modulus
  let square = base % modulus
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

export function integer(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
}

/** Without leading zeros. */
export function bytesOf(value: bigint): Uint8Array {
  const digits = value.toString(16)
  return Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, 'hex')
}

const exponentBytes = 32
const maxPrimeBytes = 2_048

/** The crypto library refuses the peer's numbers by throwing: then they are malformed. */
function peerMath<T>(path: string[], compute: () => T): T {
  try {
    return compute()
  } catch {
    throw new WireError('bad-value', 0, path)
  }
}
