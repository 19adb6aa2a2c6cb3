/** How many connections a target may cost: at once, per second, and in all. Waiting is fair: first come, first served. */
export interface BudgetLimits {
  readonly inFlight: number
  /** Null for no limit. */
  readonly perSecond: number | null
  readonly total: number
}

export type Permit = 'granted' | 'budget-spent' | 'cancelled'

export class Budget {
  readonly #limits: BudgetLimits
  #inFlight = 0
  #used = 0
  #nextStart = 0
  #waiting: ((permit: Permit) => void)[] = []
  #ended: Permit | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(limits: BudgetLimits) {
    this.#limits = limits
  }

  /** Connections granted so far. */
  get used(): number {
    return this.#used
  }

  /** Waits for a turn; every `granted` must be given back by `release`. */
  acquire(): Promise<Permit> {
    if (this.#ended !== null) return Promise.resolve(this.#ended)
    return new Promise((resolve) => {
      this.#waiting.push(resolve)
      this.#serve()
    })
  }

  release(): void {
    this.#inFlight -= 1
    this.#serve()
  }

  /** Ends all waiting, and all later requests, with `reason`. */
  end(reason: Exclude<Permit, 'granted'>): void {
    this.#ended = reason
    if (this.#timer !== null) clearTimeout(this.#timer)
    for (const resolve of this.#waiting.splice(0)) resolve(reason)
  }

  #serve(): void {
    while (this.#waiting.length > 0 && this.#inFlight < this.#limits.inFlight) {
      if (this.#used >= this.#limits.total) {
        this.end('budget-spent')
        return
      }
      if (!this.#due()) return
      this.#inFlight += 1
      this.#used += 1
      this.#waiting.shift()?.('granted')
    }
  }

  /** Whether the pace allows a start now; else a timer comes back. */
  #due(): boolean {
    const { perSecond } = this.#limits
    if (perSecond === null) return true
    const now = performance.now()
    if (now < this.#nextStart) {
      this.#timer ??= setTimeout(() => {
        this.#timer = null
        this.#serve()
      }, this.#nextStart - now)
      return false
    }
    this.#nextStart = Math.max(now, this.#nextStart) + 1_000 / perSecond
    return true
  }
}
