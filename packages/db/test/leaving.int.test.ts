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
