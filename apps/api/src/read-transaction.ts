import type { Database, Reach, Tx } from '@sundown/db'

/** A transaction that stands open until it is closed. */
export interface OpenRead {
  readonly tx: Promise<Tx>
  /** Ends it and gives its connection back. */
  readonly close: () => Promise<void>
}

export function openRead(database: Database, reach: Reach): OpenRead {
  const { promise: tx, resolve: begun, reject: failed } = Promise.withResolvers<Tx>()
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const ended = database
    .asTenants(reach, async (opened) => {
      begun(opened)
      await over
    })
    .catch(failed)
  // Whoever never asks for it hears nothing of a failure to open it.
  tx.catch(() => {})
  return {
    tx,
    close: async () => {
      end()
      await ended
    },
  }
}

export interface ReadTransaction {
  /** Opens the transaction on first use; every later call shares it. */
  readonly use: <T>(read: (tx: Tx) => Promise<T>) => Promise<T>
  /** Ends it; afterwards `use` opens a new one. */
  readonly close: () => Promise<void>
}

/** One transaction for all reads of a request, handed over open or opened with the first read. */
export function readTransaction(database: Database, reach: () => Reach, opened: OpenRead | null): ReadTransaction {
  let current = opened
  return {
    use: async (read) => {
      current ??= openRead(database, reach())
      return read(await current.tx)
    },
    close: async () => {
      const closing = current
      current = null
      await closing?.close()
    },
  }
}
