import { randomFillSync } from 'node:crypto'

/** Cryptographically random bytes, drawn from the system a few kilobytes at a time; none are handed out twice. */
export function createRandom(): (length: number) => Uint8Array {
  let pool = new Uint8Array(0)
  let used = 0
  return (length) => {
    if (pool.length - used < length) {
      pool = randomFillSync(new Uint8Array(Math.max(poolSize, length)))
      used = 0
    }
    used += length
    return pool.slice(used - length, used)
  }
}

const poolSize = 8_192
