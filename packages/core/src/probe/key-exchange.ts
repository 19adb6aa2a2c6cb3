/** Our half of the TLS 1.3 key exchanges (RFC 8446 section 4.2.8, RFC 7748, and the ML-KEM hybrids). */
import {
  createDiffieHellman,
  createECDH,
  createPublicKey,
  decapsulate,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto'
import { ffdhePrime } from './known-prime.ts'

export interface KeyExchange {
  readonly group: number
  readonly publicKey: Uint8Array
  /** The shared secret with the peer's share. Throws where the share is no valid one. */
  readonly agree: (peer: Uint8Array) => Uint8Array
}

/** A fresh key pair, or undefined for a group that we can ask for but not compute. */
export function startKeyExchange(group: number): KeyExchange | undefined {
  return makers.get(group)?.(group)
}

function ecdh(curve: string): (group: number) => KeyExchange {
  return (group) => {
    const pair = createECDH(curve)
    const publicKey = pair.generateKeys()
    return { group, publicKey, agree: (peer) => pair.computeSecret(peer) }
  }
}

function montgomery(type: 'x25519' | 'x448'): (group: number) => KeyExchange {
  return (group) => {
    const { publicKey, privateKey } = type === 'x25519' ? generateKeyPairSync('x25519') : generateKeyPairSync('x448')
    const spki = publicKey.export({ type: 'spki', format: 'der' })
    const prefix = spki.subarray(0, spkiPrefix)
    return {
      group,
      publicKey: spki.subarray(spkiPrefix),
      agree: (peer) => diffieHellman({ privateKey, publicKey: importSpki(prefix, peer) }),
    }
  }
}

function importSpki(prefix: Uint8Array, raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' })
}

function finiteField(bits: number): (group: number) => KeyExchange {
  return (group) => {
    const prime = ffdhePrime(bits)
    const pair = createDiffieHellman(Buffer.from(prime), 2)
    const size = prime.length
    return {
      group,
      publicKey: padLeft(pair.generateKeys(), size),
      agree: (peer) => padLeft(pair.computeSecret(peer), size),
    }
  }
}

function padLeft(bytes: Uint8Array, size: number): Uint8Array {
  return bytes.length >= size ? bytes : Buffer.concat([new Uint8Array(size - bytes.length), bytes])
}

type MlKem = 'ml-kem-512' | 'ml-kem-768' | 'ml-kem-1024'
const ciphertextSizes: Readonly<Record<MlKem, number>> = {
  'ml-kem-512': 768,
  'ml-kem-768': 1_088,
  'ml-kem-1024': 1_568,
}

function mlKem(type: MlKem): (group: number) => KeyExchange {
  return (group) => {
    const { publicKey, privateKey } = generateKeyPairSync(type as 'ml-kem-768')
    const spki = publicKey.export({ type: 'spki', format: 'der' })
    return { group, publicKey: spki.subarray(mlKemPrefix), agree: (peer) => decapsulate(privateKey, peer) }
  }
}

/** Two shares one after the other; which comes first differs between the hybrids. */
function hybrid(type: MlKem, classical: (group: number) => KeyExchange, first: 'ml-kem' | 'classical') {
  return (group: number): KeyExchange => {
    const post = mlKem(type)(group)
    const other = classical(group)
    const join = (kem: Uint8Array, rest: Uint8Array): Uint8Array =>
      Buffer.concat(first === 'ml-kem' ? [kem, rest] : [rest, kem])
    return {
      group,
      publicKey: join(post.publicKey, other.publicKey),
      agree: (peer) => {
        const at = first === 'ml-kem' ? ciphertextSizes[type] : peer.length - ciphertextSizes[type]
        const [head, tail] = [peer.subarray(0, at), peer.subarray(at)]
        const [kem, rest] = first === 'ml-kem' ? [head, tail] : [tail, head]
        return join(post.agree(kem), other.agree(rest))
      },
    }
  }
}

/** Bytes of DER before the raw key in a SubjectPublicKeyInfo. */
const spkiPrefix = 12
const mlKemPrefix = 22

const makers = new Map<number, (group: number) => KeyExchange>([
  [0x0017, ecdh('prime256v1')],
  [0x0018, ecdh('secp384r1')],
  [0x0019, ecdh('secp521r1')],
  [0x001d, montgomery('x25519')],
  [0x001e, montgomery('x448')],
  [0x001f, ecdh('brainpoolP256r1')],
  [0x0020, ecdh('brainpoolP384r1')],
  [0x0021, ecdh('brainpoolP512r1')],
  [0x0100, finiteField(2048)],
  [0x0101, finiteField(3072)],
  [0x0102, finiteField(4096)],
  [0x0103, finiteField(6144)],
  [0x0104, finiteField(8192)],
  [0x0200, mlKem('ml-kem-512')],
  [0x0201, mlKem('ml-kem-768')],
  [0x0202, mlKem('ml-kem-1024')],
  [0x11eb, hybrid('ml-kem-768', ecdh('prime256v1'), 'classical')],
  [0x11ec, hybrid('ml-kem-768', montgomery('x25519'), 'ml-kem')],
  [0x11ed, hybrid('ml-kem-1024', ecdh('secp384r1'), 'classical')],
])
