/** Says what is going on: one line a step, rewritten in place on a terminal, plain lines elsewhere. */
export class Progress {
  readonly #out: NodeJS.WriteStream
  readonly #bornAt = performance.now()

  constructor(out: NodeJS.WriteStream) {
    this.#out = out
  }

  async step<T>(title: string, work: () => Promise<T>): Promise<T> {
    const from = performance.now()
    const seconds = () => ((performance.now() - from) / 1000).toFixed(1)
    const live = this.#out.isTTY
    const tick = () => this.#out.write(`\r\u001b[2K… ${title} (${seconds()} s)`)
    const timer = live ? setInterval(tick, 200) : null
    if (live) tick()
    else this.#out.write(`… ${title}\n`)
    try {
      const result = await work()
      if (live) this.#out.write('\r\u001b[2K')
      this.#out.write(`✓ ${title} (${seconds()} s)\n`)
      return result
    } catch (error) {
      if (live) this.#out.write('\r\u001b[2K')
      this.#out.write(`✗ ${title}\n`)
      throw error
    } finally {
      if (timer !== null) clearInterval(timer)
    }
  }

  say(line: string): void {
    this.#out.write(`${this.#out.isTTY ? '\r\u001b[2K' : ''}${line}\n`)
  }

  get elapsedSeconds(): string {
    return ((performance.now() - this.#bornAt) / 1000).toFixed(1)
  }
}
