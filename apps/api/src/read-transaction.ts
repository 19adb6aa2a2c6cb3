import type { Database, Reach, Tx } from '@sundown/db'

export interface ReadTransaction {
  /** Opens the transaction on first use; every later call shares it. */
  readonly use: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>
  /** Ends it and gives its connection back; afterwards `use` opens a new one. */
  readonly close: () => Promise<void>
}

/**
 * One transaction for all reads of a request: the reachable tenants are set once, and a request that reads nothing
 * costs no connection.
 */
export function readTransaction(database: Database, reach: () => Reach): ReadTransaction {
  let current: { tx: Promise<Tx>; end: () => void; ended: Promise<unknown> } | null = null

  function open() {
    const { promise: tx, resolve: begun, reject: failed } = Promise.withResolvers<Tx>()
    const { promise: over, resolve: end } = Promise.withResolvers<void>()
    const ended = database
      .asTenants(reach(), async (opened) => {
        begun(opened)
        await over
      })
      .catch(failed)
    return { tx, end, ended }
  }

  return {
    use: async (read) => {
      current ??= open()
      return read(await current.tx)
    },
    close: async () => {
      const closing = current
      current = null
      closing?.end()
      await closing?.ended
    },
  }
}
