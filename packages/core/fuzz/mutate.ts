/** Damages bytes the way that broken and hostile peers do; the same seed gives the same damage. */
export type Random = () => number

/** Mulberry32: small, and good enough to wander. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function mutate(bytes: Uint8Array, random: Random): Uint8Array {
  let damaged: Uint8Array = Uint8Array.from(bytes)
  for (let count = 1 + Math.floor(random() * 4); count > 0; count -= 1) {
    const change = changes[Math.floor(random() * changes.length)] as Change
    damaged = change(damaged, random)
    if (damaged.length > maxLength) damaged = damaged.subarray(0, maxLength)
  }
  return damaged
}

type Change = (bytes: Uint8Array, random: Random) => Uint8Array

const at = (length: number, random: Random) => Math.floor(random() * length)
const set = (bytes: Uint8Array, index: number, value: number) => {
  if (index < bytes.length) bytes[index] = value
  return bytes
}

const changes: readonly Change[] = [
  (bytes, random) => set(bytes, at(bytes.length, random), at(256, random)),
  (bytes, random) => {
    const index = at(bytes.length, random)
    return set(bytes, index, (bytes[index] ?? 0) ^ (1 << at(8, random)))
  },
  // The values that lengths, tags and counts break on.
  (bytes, random) => set(bytes, at(bytes.length, random), edges[at(edges.length, random)] ?? 0),
  (bytes, random) => {
    const index = at(bytes.length, random)
    return set(set(bytes, index, 0xff), index + 1, 0xff)
  },
  (bytes, random) => bytes.subarray(0, at(bytes.length + 1, random)),
  (bytes, random) => {
    const from = at(bytes.length, random)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + 1 + at(16, random))])
  },
  (bytes, random) => {
    const from = at(bytes.length, random)
    const piece = bytes.subarray(from, from + 1 + at(64, random))
    const to = at(bytes.length, random)
    return Buffer.concat([bytes.subarray(0, to), piece, bytes.subarray(to)])
  },
  (bytes, random) => {
    const to = at(bytes.length, random)
    const noise = Uint8Array.from({ length: 1 + at(32, random) }, () => at(256, random))
    return Buffer.concat([bytes.subarray(0, to), noise, bytes.subarray(to)])
  },
]

const edges = [0x00, 0x01, 0x7f, 0x80, 0x81, 0x82, 0x84, 0xfe, 0xff, 0x30, 0x0a, 0x0d, 0x2d, 0x20]
const maxLength = 70_000
