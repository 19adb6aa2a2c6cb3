import { WireError } from './wire-error.ts'

/** Writes big-endian fields; the only place that computes lengths. */
export class Writer {
  #bytes: Uint8Array<ArrayBuffer>
  #length = 0

  /** `size` is a guess; most values are small, and small arrays are cheap. */
  constructor(size = 64) {
    this.#bytes = new Uint8Array(size)
  }

  get length(): number {
    return this.#length
  }

  uint(size: number, value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** size) throw new WireError('bad-value', this.#length)
    const at = this.#grow(size)
    for (let i = 0; i < size; i += 1) this.#bytes[at + i] = value >>> (8 * (size - 1 - i))
  }

  bytes(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length)
    this.#bytes.set(bytes, at)
  }

  /** What `body` writes, with its length in front in `size` bytes. */
  vector(size: number, body: () => void): void {
    const at = this.#grow(size)
    body()
    const length = this.#length - at - size
    if (length >= 256 ** size) throw new WireError('too-large', at)
    for (let i = 0; i < size; i += 1) this.#bytes[at + i] = length >>> (8 * (size - 1 - i))
  }

  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
  }

  #grow(size: number): number {
    const at = this.#length
    const needed = at + size
    if (needed > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#length = needed
    return at
  }
}
