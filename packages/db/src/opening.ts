import { AsyncLocalStorage } from 'node:async_hooks'
import type { PoolClient } from 'pg'

/** What is said to the server together with BEGIN. */
interface Opening {
  readonly sql: string
  /** Whether a transaction took it; it is good for one. */
  taken: boolean
}

const current = new AsyncLocalStorage<Opening>()

/**
 * Opens a transaction whose first statement is `sql`, sent in one message with BEGIN and only once the first query comes.
 * On its own round trips each, that would be half the cost of a short transaction. `begin` gets whether the driver took
 * it; where not, it has to run `sql` itself.
 */
export function withOpening<T>(sql: string, begin: (taken: () => boolean) => Promise<T>): Promise<T> {
  const opening: Opening = { sql, taken: false }
  return current.run(opening, () => begin(() => opening.taken))
}

/** Teaches a pool's connection to hold BEGIN back until there is something to say. For the pool's `connect` event. */
export function holdOpenings(client: PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>
  let held: string | null = null

  const query = (...args: unknown[]): Promise<unknown> => {
    const text = (args[0] as { readonly text?: unknown } | undefined)?.text
    if (text === 'BEGIN') {
      const opening = current.getStore()
      if (opening !== undefined && !opening.taken) {
        opening.taken = true
        held = `BEGIN; ${opening.sql}`
        return Promise.resolve(nothing)
      }
    }
    if (held === null) return send(...args)
    const opening = held
    held = null
    if (text === 'COMMIT' || text === 'ROLLBACK') return Promise.resolve(nothing)
    return Promise.all([send(opening), send(...args)]).then(([, result]) => result)
  }
  client.query = query as typeof client.query
}

const nothing = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 }
