import { createDatabase, type Database } from '@sundown/db'
import { applyMigrations } from '@sundown/db/migrate'
import type { Logger } from 'pino'
import { type Events, openEvents } from './events.ts'
import { openQueue, type Queue } from './jobs/queue.ts'

/** What every process that works on the database holds. */
export interface Connections {
  readonly log: Logger
  readonly database: Database
  readonly queue: Queue
  readonly events: Events
  readonly now: () => Date
  /** Ends every connection. */
  readonly close: () => Promise<void>
}

/**
 * Brings the database up to date and connects to it.
 * @param worker whether this process takes jobs
 */
export async function openConnections(url: string, log: Logger, worker: boolean): Promise<Connections> {
  await applyMigrations(url)
  const database = createDatabase({ url, onError: (err) => log.warn({ err }, 'database') })
  const queue = await openQueue({ url, log, worker })
  const events = openEvents({ url, log })
  return {
    log,
    database,
    queue,
    events,
    now: () => new Date(),
    close: async () => {
      await Promise.all([queue.close(), events.close()])
      await database.close()
    },
  }
}
