/** Well-known primes of finite-field Diffie-Hellman: RFC 7919 computed from its formula, RFC 2409 and 3526 from Node. */
import { getDiffieHellman } from 'node:crypto'

/** The prime of `ffdhe{bits}`: 2^b - 2^(b-64) + (floor(2^(b-130) e) + X) 2^64 - 1, RFC 7919 appendix A. */
export function ffdhePrime(bits: number): Uint8Array {
  let prime = ffdhe.get(bits)
  if (prime === undefined) {
    const b = BigInt(bits)
    const x = offsets.get(bits)
    if (x === undefined) throw new RangeError(`no ffdhe group of ${bits} bits`)
    const value = 2n ** b - 2n ** (b - 64n) + (eulerTimesPowerOfTwo(bits - 130) + x) * 2n ** 64n - 1n
    prime = Buffer.from(value.toString(16), 'hex')
    ffdhe.set(bits, prime)
  }
  return prime
}

/** `ffdhe2048`, `oakley-group-14` and the like; null for a prime of the server's own. */
export function knownPrimeName(prime: Uint8Array): string | null {
  const bytes = stripZeros(prime)
  const bits = bytes.length * 8
  if (offsets.has(bits) && Buffer.compare(bytes, ffdhePrime(bits)) === 0) return `ffdhe${bits}`
  const oakley = oakleyGroups.find(([, size]) => size === bits)
  if (oakley === undefined) return null
  return Buffer.compare(bytes, getDiffieHellman(oakley[0]).getPrime()) === 0 ? oakley[2] : null
}

export function bitLength(bytes: Uint8Array): number {
  const stripped = stripZeros(bytes)
  return stripped.length === 0 ? 0 : stripped.length * 8 - Math.clz32(stripped[0] as number) + 24
}

function stripZeros(bytes: Uint8Array): Uint8Array {
  const at = bytes.findIndex((byte) => byte !== 0)
  return at < 0 ? bytes.subarray(bytes.length) : bytes.subarray(at)
}

/** floor(2^bits * e), from the series of 1/n! with guard bits. */
function eulerTimesPowerOfTwo(bits: number): bigint {
  const guard = 64n
  let term = 2n ** (BigInt(bits) + guard)
  let sum = 0n
  for (let n = 1n; term > 0n; n += 1n) {
    sum += term
    term /= n
  }
  return sum >> guard
}

const ffdhe = new Map<number, Uint8Array>()
const offsets = new Map<number, bigint>([
  [2048, 560_316n],
  [3072, 2_625_351n],
  [4096, 5_736_041n],
  [6144, 15_705_020n],
  [8192, 10_965_728n],
])
const oakleyGroups = [
  ['modp1', 768, 'oakley-group-1'],
  ['modp2', 1024, 'oakley-group-2'],
  ['modp5', 1536, 'oakley-group-5'],
  ['modp14', 2048, 'oakley-group-14'],
  ['modp15', 3072, 'oakley-group-15'],
  ['modp16', 4096, 'oakley-group-16'],
  ['modp17', 6144, 'oakley-group-17'],
  ['modp18', 8192, 'oakley-group-18'],
] as const
