import { WireError } from './wire-error.ts'

/** Reads big-endian fields from bytes and never past their end. */
export class Reader {
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  get offset(): number {
    return this.#at
  }

  get remaining(): number {
    return this.#end - this.#at
  }

  uint(size: number): number {
    const at = this.#advance(size)
    let value = 0
    for (let i = at; i < at + size; i += 1) value = value * 256 + (this.#bytes[i] as number)
    return value
  }

  bytes(length: number): Uint8Array {
    const at = this.#advance(length)
    return this.#bytes.subarray(at, at + length)
  }

  /** A reader over the next `length` bytes, which this one skips; offsets stay those of the whole. */
  part(length: number): Reader {
    const at = this.#advance(length)
    return new Reader(this.#bytes, at, at + length)
  }

  /** Nothing may be left. */
  finish(): void {
    if (this.remaining > 0) throw new WireError('trailing-bytes', this.#at)
  }

  #advance(length: number): number {
    const at = this.#at
    if (length > this.#end - at) throw new WireError('truncated', at)
    this.#at = at + length
    return at
  }
}
