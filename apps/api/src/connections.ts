import {
  createDatabase,
  type Database,
  type ExportedRow,
  exportTenant,
  type HistoryTended,
  tendHistory,
} from '@sundown/db'
import { applyMigrations } from '@sundown/db/migrate'
import type { Logger } from 'pino'
import { type Events, openEvents } from './events.ts'
import { openQueue, type Queue } from './jobs/queue.ts'
import { type AddressTurns, openAddressTurns } from './probing/address-turns.ts'

/** What every process that works on the database holds. */
export interface Connections {
  readonly log: Logger
  readonly database: Database
  readonly queue: Queue
  readonly events: Events
  readonly turns: AddressTurns
  readonly now: () => Date
  /** Makes the coming months' partitions, and drops what lies wholly before a moment; null drops nothing. */
  readonly tendHistory: (keepFrom: Date | null) => Promise<HistoryTended>
  /** Everything that belongs to a tenant, on a connection of its own. */
  readonly exportTenant: (tenantId: string) => AsyncGenerator<ExportedRow>
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
  const turns = openAddressTurns(url)
  return {
    log,
    turns,
    database,
    queue,
    events,
    now: () => new Date(),
    tendHistory: (keepFrom) => tendHistory(url, keepFrom ? { keepFrom } : {}),
    exportTenant: (tenantId) => exportTenant(url, tenantId),
    close: async () => {
      await Promise.all([queue.close(), events.close(), turns.close()])
      await database.close()
    },
  }
}
