import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, newId } from '../src/index.ts'
import { createTenant, type TestDatabase, testDatabase } from '../src/testing/index.ts'

let db: TestDatabase
let tenantId: string

beforeAll(async () => {
  db = await testDatabase()
  tenantId = (await createTenant(db.database)).tenant.id
})

afterAll(async () => {
  await db?.close()
})

describe('a database', () => {
  test('goes on when the server dropped its connections, and tells of it', async () => {
    const told: Error[] = []
    const database = createDatabase({ url: db.url, poolSize: 3, onError: (error) => told.push(error) })
    const count = () => database.asTenants({ tenants: [tenantId], user: null }, (tx) => tx.tenant.count())
    try {
      await Promise.all([count(), count(), count()])
      await dropConnections()
      await expect.poll(() => told.length).toBeGreaterThanOrEqual(3)
      expect(await Promise.all([count(), count(), count()])).toEqual([1, 1, 1])
    } finally {
      await database.close()
    }
  })

  test('rolls back what was open when its connection broke, and rejects', async () => {
    const id = newId()
    const broken = db.database.asTenants({ tenants: [id], user: null }, async (tx) => {
      await tx.tenant.create({ data: { id, name: 'Half', slug: `half-${id}` } })
      await dropConnections()
      await tx.tenant.update({ where: { id }, data: { name: 'Whole' } })
    })
    await expect(broken).rejects.toThrow()
    expect(await db.database.asTenants({ tenants: [id], user: null }, (tx) => tx.tenant.count())).toBe(0)
  })

  test('rejects where there is no server', async () => {
    const database = createDatabase({ url: 'postgresql://sundown:x@127.0.0.1:1/sundown' })
    await expect(database.asTenants({ tenants: [], user: null }, (tx) => tx.tenant.count())).rejects.toThrow()
    await expect(database.auth.user.count()).rejects.toThrow()
    await database.close()
  })

  test('ends a transaction that takes too long and frees its connection', async () => {
    const database = createDatabase({ url: db.url, poolSize: 1 })
    const slow = database.asTenants(
      { tenants: [tenantId], user: null },
      async (tx) => {
        await tx.tenant.count()
        await new Promise((resolve) => setTimeout(resolve, 600))
        return await tx.tenant.count()
      },
      { timeout: 200 },
    )
    await expect(slow).rejects.toMatchObject({ code: 'P2028' })
    expect(await database.asTenants({ tenants: [tenantId], user: null }, (tx) => tx.tenant.count())).toBe(1)
    await database.close()
  })

  test('leaves secret columns out unless they are asked for', async () => {
    const hash = 'a'.repeat(64)
    const key = {
      tenantId,
      name: 'k',
      prefix: 'sd',
      hash,
      scopes: [],
      ipRanges: [],
      createdBy: 'x',
      expiresAt: new Date(),
    }
    const rows = await db.database.asTenants({ tenants: [tenantId], user: null }, async (tx) => [
      await tx.apiKey.create({ data: key }),
      await tx.apiKey.findFirstOrThrow(),
      await tx.apiKey.findFirstOrThrow({ omit: { hash: false } }),
    ])
    expect(rows.map((row) => 'hash' in row)).toEqual([false, false, true])
  })
})

async function dropConnections(): Promise<void> {
  const admin = new Client({ connectionString: db.adminUrl })
  await admin.connect()
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
  )
  await admin.end()
}
