import type { Writable } from 'node:stream'
import type { Pool, PoolClient, QueryResult } from 'pg'

/** A connection inside a transaction, for one holder. */
export interface Begun {
  /** Refused where the transaction could not be opened as it should, and once the connection was given back. */
  readonly query: (asked: Asked) => Promise<QueryResult>
  readonly on: (event: 'error', listener: (error: Error) => void) => void
  readonly removeListener: (event: 'error', listener: (error: Error) => void) => void
  /** Gives the connection back, once. With an error it is thrown away. */
  readonly release: (error?: Error | boolean) => void
}

type Asked = { readonly text: string; readonly name?: string; readonly values?: unknown[] }

/**
 * Takes a connection and opens a transaction on it with BEGIN and `opening` in one message. That is on its way when this
 * returns, not answered: what is asked next follows it on the wire, and is refused where it was refused.
 */
export async function begin(pool: Pool, opening: string, onError: (error: Error) => void): Promise<Begun> {
  const client: PoolClient = await pool.connect()
  client.on('error', onError)
  let state: 'opening' | 'open' | 'given back' = 'opening'
  let broken: Error | undefined
  joinNext(client)
  const opened = client.query(`BEGIN; ${opening}`).then(
    () => {
      if (state === 'opening') state = 'open'
    },
    (error: Error) => {
      broken = error
      throw error
    },
  )
  opened.catch(() => {})
  return {
    query: (asked) => {
      if (state === 'given back') return Promise.reject(new Error('the transaction is over'))
      // The query language says it by itself, where it joins.
      if (asked.text === 'BEGIN') return Promise.resolve(nothing)
      const answer = client.query(asked)
      return state === 'open' ? answer : Promise.all([answer, opened]).then(([result]) => result)
    },
    on: (event, listener) => void client.on(event, listener),
    removeListener: (event, listener) => void client.removeListener(event, listener),
    release: (error) => {
      if (state === 'given back') return
      state = 'given back'
      client.removeListener('error', onError)
      client.release(error || broken)
    },
  }
}

const nothing: QueryResult = { rows: [], fields: [], rowCount: 0, command: '', oid: 0 }

/** Sends what is said now and right afterwards in one packet: each costs a call of the system on either side. */
function joinNext(client: PoolClient): void {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
