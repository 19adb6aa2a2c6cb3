import { randomInt } from 'node:crypto'
import type { AddressedTarget } from './target.ts'

/** Counts the rescans of each server, so that one goes on where the last stopped. What was longest not seen is forgotten. */
export class Rotation {
  readonly #turns = new Map<string, number>()

  next({ address, port, starttls, serverName }: AddressedTarget): number {
    const key = `${address} ${port} ${starttls} ${serverName}`
    const turn = this.#turns.get(key) ?? randomInt(longest)
    this.#turns.delete(key)
    this.#turns.set(key, turn + 1)
    const [oldest] = this.#turns.keys()
    if (this.#turns.size > capacity && oldest !== undefined) this.#turns.delete(oldest)
    return turn
  }
}

const capacity = 100_000
/** More than any server has pairs. */
const longest = 1_024
