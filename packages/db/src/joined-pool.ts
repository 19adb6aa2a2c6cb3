import { AsyncLocalStorage } from 'node:async_hooks'
import pg, { type PoolClient } from 'pg'
import type { Begun } from './begin.ts'

const waiting = new AsyncLocalStorage<{ take: (() => Promise<Begun>) | null }>()

/**
 * Lets the one transaction that `begin` starts by the query language run on the connection that `take` gives, where one
 * is open already; the end that the query language puts to it is the end of both.
 */
export const joining = <T>(take: () => Promise<Begun>, begin: () => Promise<T>): Promise<T> =>
  waiting.run({ take }, begin)

/** A pool from which the query language is given the connection that it is to join. */
export class JoinedPool extends pg.Pool {
  override connect(): Promise<PoolClient>
  override connect(callback: Parameters<pg.Pool['connect']>[0]): void
  override connect(callback?: Parameters<pg.Pool['connect']>[0]): unknown {
    // With a callback it is a single statement, which belongs to no transaction.
    if (callback) return super.connect(callback)
    const place = waiting.getStore()
    const take = place?.take
    if (!place || !take) return super.connect()
    place.take = null
    return take()
  }
}
