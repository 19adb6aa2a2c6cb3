import { randomFillSync } from 'node:crypto'

/** Cryptographically random bytes, drawn from the system a few kilobytes at a time; none are handed out twice. */
export function createRandom(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0)
  return (length) => {
    if (pool.length < length) pool = randomFillSync(new Uint8Array(Math.max(poolSize, length)))
    const bytes = pool.slice(0, length)
    pool = pool.subarray(length)
    return bytes
  }
}

const poolSize = 8_192
