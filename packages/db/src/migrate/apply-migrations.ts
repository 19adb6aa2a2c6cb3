import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { DatabaseError } from '../database-error.ts'
import { connectionFailure, placeOf } from './connection-failure.ts'
import { pendingMigrations } from './diagnose.ts'
import { knownMigrations, type Migration, migrationsFolder } from './known-migrations.ts'

export interface MigrateOptions {
  /** Called before each migration with its name, its number from 1, and how many there are. */
  readonly onProgress?: (name: string, number: number, total: number) => void
  /** For tests; else the migrations of this version. */
  readonly folder?: string
}

/** Any number that no other program on the same database locks; the same in every version of this product. */
const lockKey = 7_205_759_403

/**
 * Brings the database to this version's schema and makes the coming months' partitions. Several processes may call it at
 * once: one works, the others wait and then find nothing to do. Returns the names applied. Throws `DatabaseError`.
 */
export async function applyMigrations(url: string, options: MigrateOptions = {}): Promise<string[]> {
  const known = await knownMigrations(options.folder ?? migrationsFolder)
  const client = await connect(url)
  try {
    await requireVersion(client, url)
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const pending = await pendingMigrations(client, known)
    await ensureRoles(client)
    await applyEach(client, pending, options)
    await client.query('select ensure_history_partitions()')
    return pending.map((migration) => migration.name)
  } catch (error) {
    throw error instanceof DatabaseError ? error : connectionFailure(error, url)
  } finally {
    await client.end().catch(() => {})
  }
}

async function connect(url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 10_000,
      application_name: 'sundown-migrate',
    })
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    throw connectionFailure(error, url)
  }
}

async function requireVersion(client: pg.Client, url: string): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  const version = rows[0]?.version ?? 0
  if (version >= 160_000) return
  const found = Math.floor(version / 10_000)
  throw new DatabaseError(
    'server-too-old',
    `The server at ${placeOf(url)} is PostgreSQL ${found}; 16 or later is needed.`,
  )
}

async function ensureRoles(client: pg.Client): Promise<void> {
  const file = join(import.meta.dirname, '../../prisma/roles.sql')
  try {
    await client.query(await readFile(file, 'utf8'))
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    throw new DatabaseError(
      'roles-missing',
      'The user in DATABASE_URL may not create roles. Let an administrator of the server run: ' +
        'CREATE ROLE sundown_app NOLOGIN; CREATE ROLE sundown_auth NOLOGIN; CREATE ROLE sundown_keeper NOLOGIN; ' +
        'CREATE ROLE sundown_scoped NOLOGIN; GRANT sundown_app TO sundown_scoped; CREATE ROLE sundown_door NOLOGIN; ' +
        `GRANT sundown_app, sundown_auth, sundown_keeper, sundown_scoped, sundown_door TO ${client.user ?? 'your_user'};`,
      error,
    )
  }
}

// Written as Prisma's own engine writes it. The engine itself splits a script at every semicolon before it reaches this
// driver, which cuts functions apart and leaves half a migration behind; here one transaction holds file and record.
async function applyEach(
  client: pg.Client,
  pending: readonly Migration[],
  { onProgress }: MigrateOptions,
): Promise<void> {
  for (const [index, migration] of pending.entries()) {
    onProgress?.(migration.name, index + 1, pending.length)
    try {
      await client.query('begin')
      await client.query(recordTable)
      await client.query(migration.sql)
      await client.query(
        `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         values (gen_random_uuid()::text, $1, $2, now(), clock_timestamp(), 1)`,
        [migration.checksum, migration.name],
      )
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw migrationFailure(migration, error)
    }
  }
}

function migrationFailure(migration: Migration, error: unknown): DatabaseError {
  const { code, message } = error as { code?: string; message?: string }
  const remedy =
    code === '42501'
      ? ' Make the user in DATABASE_URL the owner of the database: ALTER DATABASE name OWNER TO user;'
      : ''
  return new DatabaseError(
    code === '42501' ? 'no-permission' : 'migration-failed',
    `The migration ${migration.name} broke off and nothing of it was kept: ${message}.${remedy}`,
    error,
  )
}

const recordTable = `
  create table if not exists public._prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`
