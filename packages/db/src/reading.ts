import type { Pool } from 'pg'
import type { Prisma, PrismaClient } from '../gen/prisma/client.ts'
import type { Begun } from './begin.ts'
import { joining } from './joined-pool.ts'

/**
 * One transaction to read in, opened with the first question. It holds one connection until it is closed, so nothing slow
 * belongs between the questions; after 15 s it ends by itself.
 */
export interface Reading {
  /** Asks with SQL as it stands, past the query language. Columns come by their names. */
  readonly rows: <T>(statement: Prisma.Sql) => Promise<T[]>
  /** The query language in the same transaction. */
  readonly tx: () => Promise<Prisma.TransactionClient>
  /** Ends it and gives the connection back; what is asked afterwards is refused. */
  readonly close: () => Promise<void>
}

/** Runs one statement on a connection, prepared under a name. */
export type Ask = <T>(connection: Pool | Begun, statement: Prisma.Sql) => Promise<T[]>

interface ReadingOn {
  readonly prisma: PrismaClient
  readonly ask: Ask
  /** Takes a connection and opens the transaction on it. */
  readonly begin: () => Promise<Begun>
}

export function readingOn({ prisma, ask, begin }: ReadingOn): Reading {
  let opened: Promise<Begun> | null = null
  let joined: Joined | null = null
  let over: Error | null = null
  let late: NodeJS.Timeout | undefined

  function open(): Promise<Begun> {
    if (over) return Promise.reject(over)
    if (opened) return opened
    late = setTimeout(() => {
      over = new Error('the transaction took more than 15 s')
      opened?.then((client) => client.release(true)).catch(() => {})
    }, mostMs)
    opened = begin()
    return opened
  }

  return {
    rows: async (statement) => {
      const client = await open()
      if (over) throw over
      return ask(client, statement)
    },
    tx: () => {
      if (over) return Promise.reject(over)
      joined ??= join(prisma, open)
      return joined.tx
    },
    close: async () => {
      clearTimeout(late)
      over ??= new Error('the transaction was closed')
      await joined?.end()
      const client = await opened?.catch(() => null)
      if (!client) return
      if (joined) return client.release()
      // What changed nothing need not be waited for.
      client.query({ text: 'COMMIT' }).then(() => client.release(), client.release)
    },
  }
}

interface Joined {
  readonly tx: Promise<Prisma.TransactionClient>
  readonly end: () => Promise<void>
}

/** The query language on the transaction that stands open. */
function join(prisma: PrismaClient, open: () => Promise<Begun>): Joined {
  const { promise: tx, resolve: begun, reject: failed } = Promise.withResolvers<Prisma.TransactionClient>()
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  const ended = joining(open, () =>
    prisma.$transaction(
      async (opened) => {
        begun(opened)
        await over
      },
      { timeout: mostMs },
    ),
  ).catch(failed)
  // Whoever never asks for it hears nothing of a failure to open it.
  tx.catch(() => {})
  return {
    tx,
    end: async () => {
      end()
      await ended
    },
  }
}

const mostMs = 15_000
