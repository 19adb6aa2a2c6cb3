import type { ClientBase } from 'pg'
import { DatabaseError } from '../database-error.ts'
import type { Migration } from './known-migrations.ts'

interface Applied {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/** The migrations still to be applied, oldest first. Throws `DatabaseError` where history and code contradict. */
export async function pendingMigrations(client: ClientBase, known: readonly Migration[]): Promise<Migration[]> {
  const applied = await appliedMigrations(client)
  const failed = applied.find((row) => row.finished_at === null)
  if (failed !== undefined) {
    throw new DatabaseError(
      'migration-failed',
      `The migration ${failed.migration_name} broke off in this database. Restore the backup made before the upgrade, or repair the schema and run: prisma migrate resolve --rolled-back ${failed.migration_name}`,
    )
  }
  const byName = new Map(known.map((migration) => [migration.name, migration]))
  const stranger = applied.find((row) => !byName.has(row.migration_name))
  if (stranger !== undefined) {
    throw new DatabaseError(
      'database-newer',
      `The database belongs to a newer version of this product (it has the migration ${stranger.migration_name}, which this version does not know). Start the newer version, or restore a backup made before the upgrade.`,
    )
  }
  const edited = applied.find((row) => byName.get(row.migration_name)?.checksum !== row.checksum)
  if (edited !== undefined) {
    throw new DatabaseError(
      'migration-edited',
      `The migration ${edited.migration_name} was changed after it had been applied to this database. Restore the file as it was released.`,
    )
  }
  const done = new Set(applied.map((row) => row.migration_name))
  return known.filter((migration) => !done.has(migration.name))
}

async function appliedMigrations(client: ClientBase): Promise<Applied[]> {
  const table = await client.query<{ there: boolean }>(
    `select to_regclass('public._prisma_migrations') is not null there`,
  )
  if (table.rows[0]?.there !== true) return []
  const { rows } = await client.query<Applied>(
    'select migration_name, checksum, finished_at from public._prisma_migrations where rolled_back_at is null order by started_at',
  )
  return rows
}
