import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/** One scan at a time of an address, over all tenants and all workers of the installation. */
export interface AddressTurns {
  /**
   * Waits until nobody else probes the address; the turn is over when what it gives is called, and when the process dies.
   * A wait that is aborted ends with a turn that is none.
   */
  readonly take: (address: string, signal: AbortSignal) => Promise<() => void>
  readonly close: () => Promise<void>
}

/** Turns as advisory locks of one connection, which is opened with the first. */
export function openAddressTurns(url: string): AddressTurns {
  const last = new Map<string, Promise<void>>()
  let line: Promise<pg.Client> | null = null

  async function open(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: url,
      options: '-c role=sundown_app',
      application_name: 'sundown_turns',
      keepAlive: true,
    })
    const lost = () => {
      line = null
    }
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    return client
  }

  async function ask(sql: string, address: string): Promise<boolean> {
    line ??= open()
    const client = await line.catch((error: unknown) => {
      line = null
      throw error
    })
    const { rows } = await client.query<{ got: boolean }>(sql, [lockClass, address])
    return rows[0]?.got ?? false
  }

  async function lockAddress(address: string, signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(await ask('select pg_try_advisory_lock($1, hashtext($2)) as got', address)))
      await sleep(200 + Math.random() * 200, undefined, { signal }).catch(() => {})
  }

  return {
    take: async (address, signal) => {
      // Within the process the lock is ours already, so its scans queue up here.
      const before = last.get(address) ?? Promise.resolve()
      const { promise: over, resolve: end } = Promise.withResolvers<void>()
      const mine = before.then(() => over)
      last.set(address, mine)
      const finish = () => {
        if (last.get(address) === mine) last.delete(address)
        end()
      }
      try {
        await before
        await lockAddress(address, signal)
      } catch (error) {
        finish()
        throw error
      }
      return () => {
        void ask('select pg_advisory_unlock($1, hashtext($2)) as got', address)
          .catch(() => {})
          .finally(finish)
      }
    },
    close: async () => {
      await (await line?.catch(() => null))?.end().catch(() => {})
    },
  }
}

const lockClass = 720_575
