import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ExportedRow, exportTenant, newId, storeFacts } from '../src/index.ts'
import {
  createApiKey,
  createAuditEntry,
  createFinding,
  createTenant,
  type TestDatabase,
  testDatabase,
} from '../src/testing/index.ts'

let db: TestDatabase

beforeAll(async () => {
  db = await testDatabase()
})

afterAll(async () => {
  await db?.close()
})

describe('an export', () => {
  test('holds every row of the tenant, no secret, and nothing of another', async () => {
    const { tenant, member } = await createTenant(db.database)
    const other = (await createTenant(db.database)).tenant
    for (const { id } of [tenant, other]) {
      await createFinding(db.database, { tenantId: id })
      await createApiKey(db.database, { tenantId: id })
      await createAuditEntry(db.database, { tenantId: id })
    }
    await db.database.asTenants({ tenants: [tenant.id], user: null }, (tx) =>
      storeFacts(tx, tenant.id, [{ word: 'æøå' }]),
    )

    const rows = await collect(tenant.id)
    const tables = rows.map((row) => row.table)
    expect(tables.toSorted()).toEqual(
      ['ApiKey', 'AuditEntry', 'Endpoint', 'FactSet', 'Finding', 'Member', 'Scan', 'ScanResult', 'Tenant'].toSorted(),
    )
    expect(rows.find((row) => row.table === 'Tenant')?.row).toMatchObject({ id: tenant.id, slug: tenant.slug })
    expect(rows.find((row) => row.table === 'FactSet')?.row).toMatchObject({ facts: { word: 'æøå' } })
    expect(rows.find((row) => row.table === 'Member')?.row).toMatchObject({ id: member.id, role: 'OWNER' })
    expect(rows.find((row) => row.table === 'ApiKey')?.row).not.toHaveProperty('hash')
    expect(JSON.stringify(rows)).not.toContain(other.id)
  })

  test('holds the rows of every table that has a tenant, whatever tables there will be', async () => {
    const own = await testDatabase()
    const { tenant } = await createTenant(own.database)
    const tables = await fillEveryTable(own, tenant.id)
    expect(tables).toEqual(expect.arrayContaining(['Endpoint', 'DomainProof', 'AuditEntry', 'Delegation']))
    const exported = new Set<string>()
    for await (const { table } of exportTenant(own.url, tenant.id)) exported.add(table)
    await own.close()
    expect([...exported].toSorted()).toEqual([...tables, 'Tenant'].toSorted())
  })

  test('reads large tables in pieces, as they were when it began', async () => {
    const { tenant } = await createTenant(db.database)
    const add = (count: number, from: number) =>
      db.database.asTenants({ tenants: [tenant.id], user: null }, (tx) =>
        tx.endpoint.createMany({
          data: Array.from({ length: count }, (_, index) => ({
            tenantId: tenant.id,
            host: `host${from + index}.example.com`,
            port: 443,
            role: 'inbound' as const,
          })),
        }),
      )
    await add(1_200, 0)
    const hosts = new Set<unknown>()
    for await (const { table, row } of exportTenant(db.url, tenant.id)) {
      if (table === 'Tenant') await add(5, 5_000)
      if (table === 'Endpoint') hosts.add(row.host)
    }
    expect(hosts.size).toBe(1_200)
  })

  test('of a tenant that does not exist is empty', async () => {
    expect(await collect(newId())).toEqual([])
  })

  test('lets its connection go when the reader breaks off', async () => {
    const { tenant } = await createTenant(db.database)
    for await (const _ of exportTenant(db.url, tenant.id)) break
    const admin = new Client({ connectionString: db.adminUrl })
    await admin.connect()
    const open = async () =>
      (await admin.query(`select from pg_stat_activity where application_name = 'sundown-export'`)).rowCount
    await expect.poll(open).toBe(0)
    await admin.end()
  })
})

async function collect(tenantId: string): Promise<ExportedRow[]> {
  const rows: ExportedRow[] = []
  for await (const row of exportTenant(db.url, tenantId)) rows.push(row)
  return rows
}

/** A row of the tenant in every table of the catalogue, by the types of the columns alone, without references and checks. */
async function fillEveryTable({ adminUrl }: TestDatabase, tenantId: string): Promise<string[]> {
  const admin = new Client({ connectionString: adminUrl })
  await admin.connect()
  try {
    await admin.query('set session_replication_role = replica')
    const { rows: checks } = await admin.query<{ drop: string }>(`
      select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
      from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace and coninhcount = 0`)
    for (const { drop } of checks) await admin.query(drop)
    const { rows: columns } = await admin.query<Column>(`
      select c.relname as table, a.attname as column, format_type(t.oid, null) as type, t.typtype = 'e' as enum,
             (select array_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = t.oid)::text[] as labels,
             a.attnotnull and not a.atthasdef and a.attgenerated = '' as needed
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and exists (select from pg_attribute x where x.attrelid = c.oid and x.attname = 'tenantId')`)
    const tables = Map.groupBy(columns, (column) => column.table)
    for (const [table, all] of tables) {
      const needed = all.filter((column) => column.needed || column.column === 'tenantId')
      const names = needed.map(({ column }) => `"${column}"`).join(', ')
      const values = needed
        .map((column) => (column.column === 'tenantId' ? `'${tenantId}'` : sampleOf(column)))
        .join(', ')
      await admin.query(`insert into "${table}" (${names}) values (${values}) on conflict do nothing`)
    }
    return [...tables.keys()]
  } finally {
    await admin.end()
  }
}

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
  readonly enum: boolean
  readonly labels: readonly string[] | null
  readonly needed: boolean
}

function sampleOf({ type, enum: isEnum, labels }: Column): string {
  if (isEnum) return `'${labels?.at(-1)}'`
  if (type.endsWith('[]')) return `'{}'`
  const known: Record<string, string> = {
    uuid: 'gen_random_uuid()',
    text: `repeat('a', 64)`,
    jsonb: `'{}'`,
    boolean: 'false',
    'timestamp with time zone': 'now()',
    bytea: `''`,
  }
  return known[type] ?? '1'
}
