import type { Socket } from 'node:net'
import { StreamEnd, type StreamEndCode } from './stream-end.ts'

/** Bytes travel inside packets of another protocol: `wrap` what is written, `unwrap` what arrives, in any split. */
export interface Framing {
  readonly wrap: (data: Uint8Array) => Uint8Array
  readonly unwrap: (chunk: Buffer) => Buffer
}

/**
 * Buffered bytes of one connection: whatever way the peer splits its bytes, a reader asks for what it needs.
 * Reading past the end throws `StreamEnd`. What is unread and what was read in total are both capped, so a flood ends.
 */
export class ByteStream {
  readonly #socket: Socket
  readonly #maxTotal: number
  #chunks: Buffer[] = []
  #buffered = 0
  #total = 0
  #end: StreamEndCode | null = null
  #wake: (() => void) | null = null
  #framing: Framing | null = null
  #paused = false

  /** `handsOver`: whoever made the socket takes its bytes from it and calls `accept`; nobody listens for `data`. */
  constructor(
    socket: Socket,
    { maxBytes = defaultMaxBytes, handsOver = false }: { maxBytes?: number; handsOver?: boolean } = {},
  ) {
    this.#socket = socket
    this.#maxTotal = maxBytes
    if (!handsOver) socket.on('data', (chunk: Buffer) => this.accept(chunk))
    socket.on('error', (error: NodeJS.ErrnoException) => this.#finish(errorEnds.get(error.code ?? '') ?? 'closed'))
    socket.on('end', () => this.#finish('closed'))
    socket.on('close', () => this.#finish('closed'))
  }

  /** Bytes received so far. */
  get received(): number {
    return this.#total
  }

  /** Whatever has arrived, at least one byte. */
  async read(): Promise<Buffer> {
    while (this.#buffered === 0) await this.#more()
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks)
    this.#chunks = []
    this.#buffered = 0
    this.#resume()
    return all
  }

  /** Exactly `length` bytes. */
  async readExactly(length: number): Promise<Buffer> {
    while (this.#buffered < length) await this.#more()
    const all = this.#join()
    this.#keep(all.subarray(length))
    return all.subarray(0, length)
  }

  /** One line without its LF or CRLF, as Latin-1 text, so every byte survives. Longer than `maxBytes` is `too-much`. */
  async readLine(maxBytes = maxLineBytes): Promise<string> {
    let searched = 0
    for (;;) {
      const all = this.#join()
      const at = all.indexOf(0x0a, searched)
      if (at >= 0) {
        this.#keep(all.subarray(at + 1))
        const end = at > 0 && all[at - 1] === 0x0d ? at - 1 : at
        return all.subarray(0, end).toString('latin1')
      }
      if (all.length > maxBytes) throw new StreamEnd('too-much')
      searched = all.length
      await this.#more()
    }
  }

  /** Everything that is buffered now, without waiting and without taking it. */
  peek(): Buffer {
    return this.#join()
  }

  /** Waits until more bytes than now are buffered. */
  wait(): Promise<void> {
    return this.#more()
  }

  write(data: Uint8Array | string): void {
    if (this.#end !== null) return
    this.#socket.write(this.#framing ? this.#framing.wrap(Buffer.from(data)) : data)
  }

  /** From here on everything goes through `framing`, what is buffered already included. Such a socket has no `release`. */
  reframe(framing: Framing): void {
    const buffered = this.#join()
    this.#framing = framing
    this.#keep(buffered.length === 0 ? buffered : framing.unwrap(buffered))
  }

  /** Makes every pending and later read end with `code`, and hangs up. */
  abort(code: StreamEndCode): void {
    this.#finish(code)
    this.#socket.destroy()
  }

  /** Hangs up at once; nothing more is sent. */
  close(): void {
    this.#finish('closed')
    this.#socket.destroy()
  }

  /** The socket itself, for `node:tls`; nothing may be read through this stream afterwards. */
  release(): Socket {
    this.#socket.removeAllListeners('data').removeAllListeners('end')
    this.#socket.pause()
    if (this.#buffered > 0) this.#socket.unshift(this.#join())
    this.#chunks = []
    this.#buffered = 0
    return this.#socket
  }

  /** Bytes that arrived; they are kept as they are, so they must be the stream's own. */
  accept(bytes: Buffer): void {
    if (this.#end !== null) return
    this.#total += bytes.length
    const chunk = this.#framing ? this.#framing.unwrap(bytes) : bytes
    this.#buffered += chunk.length
    this.#chunks.push(chunk)
    if (this.#total > this.#maxTotal) this.abort('too-much')
    else if (this.#buffered > highWater) this.#pause()
    this.#stir()
  }

  #pause(): void {
    this.#paused = true
    this.#socket.pause()
  }

  #resume(): void {
    if (!this.#paused) return
    this.#paused = false
    this.#socket.resume()
  }

  #finish(code: StreamEndCode): void {
    this.#end ??= code
    this.#stir()
  }

  #stir(): void {
    const wake = this.#wake
    this.#wake = null
    wake?.()
  }

  #more(): Promise<void> {
    if (this.#end !== null) return Promise.reject(new StreamEnd(this.#end))
    const before = this.#total
    this.#resume()
    return new Promise((resolve, reject) => {
      this.#wake = () => {
        if (this.#total === before && this.#end !== null) reject(new StreamEnd(this.#end))
        else resolve()
      }
    })
  }

  #join(): Buffer {
    const all = this.#chunks.length === 1 ? (this.#chunks[0] as Buffer) : Buffer.concat(this.#chunks)
    if (this.#chunks.length > 1) this.#chunks = [all]
    return all
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest]
    this.#buffered = rest.length
  }
}

const defaultMaxBytes = 1_048_576
const highWater = 262_144
const maxLineBytes = 8_192

const errorEnds = new Map<string, StreamEndCode>([
  ['ECONNRESET', 'reset'],
  ['EPIPE', 'reset'],
  ['ECONNABORTED', 'reset'],
  ['ETIMEDOUT', 'timed-out'],
])
