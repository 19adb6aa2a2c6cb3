import pg from 'pg'

export interface ExportedRow {
  /** Name of the model, for instance `Endpoint`. */
  readonly table: string
  /** All columns but the secret ones, as JSON has them: times in ISO 8601. */
  readonly row: Readonly<Record<string, unknown>>
}

/**
 * Every row that belongs to the tenant, table by table, all as they were at one moment, with a bounded number in memory.
 * Reads as the application's role, so that nothing of another tenant can slip in. Ends its connection also when the reader
 * breaks off.
 */
export async function* exportTenant(url: string, tenantId: string): AsyncGenerator<ExportedRow> {
  const client = new pg.Client({
    connectionString: url,
    options: '-c role=sundown_app',
    application_name: 'sundown-export',
  })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('app.tenants', $1, true)`, [tenantId])
    yield* rowsOf(client, 'Tenant', 'id', tenantId)
    for (const table of await tenantTables(client)) yield* rowsOf(client, table, 'tenantId', tenantId)
  } finally {
    await client.end().catch(() => {})
  }
}

// From the catalogue, so that a new table cannot be forgotten.
async function tenantTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenantId'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  )
  return rows.map((row) => row.name)
}

async function* rowsOf(client: pg.Client, table: string, key: string, tenantId: string): AsyncGenerator<ExportedRow> {
  await client.query({
    text: `declare rows no scroll cursor for select to_jsonb(t) as row from ${client.escapeIdentifier(table)} t where ${client.escapeIdentifier(key)} = $1`,
    values: [tenantId],
  })
  for (;;) {
    const { rows } = await client.query<{ row: Record<string, unknown> }>(`fetch ${batch} from rows`)
    for (const { row } of rows) {
      for (const column of secrets[table] ?? []) delete row[column]
      yield { table, row }
    }
    if (rows.length < batch) break
  }
  await client.query('close rows')
}

const batch = 500

const secrets: Readonly<Record<string, readonly string[]>> = {
  ApiKey: ['hash'],
  IdentityProvider: ['secret'],
  Invitation: ['tokenHash'],
}
