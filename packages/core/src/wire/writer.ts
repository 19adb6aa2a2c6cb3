import { WireError } from './wire-error.ts'

/** Writes big-endian fields; the only place that computes lengths. */
export class Writer {
  #bytes = new Uint8Array(512)
  #length = 0

  get length(): number {
    return this.#length
  }

  uint(size: number, value: number): void {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** size) throw new WireError('bad-value', this.#length)
    const at = this.#grow(size)
    let rest = value
    for (let i = at + size - 1; i >= at; i -= 1) {
      this.#bytes[i] = rest % 256
      rest = Math.floor(rest / 256)
    }
  }

  bytes(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length)
    this.#bytes.set(bytes, at)
  }

  /** What `body` writes, with its length in front in `size` bytes. */
  vector(size: number, body: () => void): void {
    const at = this.#grow(size)
    body()
    let length = this.#length - at - size
    if (length >= 256 ** size) throw new WireError('too-large', at)
    for (let i = at + size - 1; i >= at; i -= 1) {
      this.#bytes[i] = length % 256
      length = Math.floor(length / 256)
    }
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
