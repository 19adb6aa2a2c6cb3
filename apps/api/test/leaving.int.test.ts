import { createFinding, createTenant } from '@sundown/db/testing'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, type Person, signIn, startApi, tenantGid } from './harness.ts'

let api: Api
let owner: Person
let admin: Person
let tenantId: string
let otherId: string
let name: string

beforeAll(async () => {
  api = await startApi()
  const made = await createTenant(api.db.database)
  tenantId = made.tenant.id
  name = made.tenant.name
  otherId = (await createTenant(api.db.database)).tenant.id
  owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
  admin = await signIn(api, [{ tenantId, role: 'ADMIN' }])
  for (const id of [tenantId, otherId]) await createFinding(api.db.database, { tenantId: id })
  const id = tenantGid(tenantId)
  await owner.change('endpointCreate', { tenantId: id, address: 'mx.example.com:25' }, '__typename')
  await owner.change('apiKeyCreate', { tenantId: id, name: 'k', scopes: ['*'] }, '__typename')
  await owner.change('memberInvite', { tenantId: id, email: 'a@example.com', role: 'VIEWER' }, '__typename')
  await owner.change('endpointGroupSave', { tenantId: id, name: 'g' }, '__typename')
})

afterAll(() => api?.close())

/** Rows of a tenant in every table that has a tenant column, partitions through their parents. */
async function rowsOf(id: string): Promise<Record<string, number>> {
  const client = new pg.Client({ connectionString: api.db.adminUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ table: string }>(`
      SELECT c.relname AS table FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE a.attname = 'tenantId' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace = 'public'::regnamespace`)
    const counts: Record<string, number> = {}
    for (const { table } of rows) {
      const found = await client.query(`SELECT count(*)::int AS n FROM "${table}" WHERE "tenantId" = $1`, [id])
      if (found.rows[0].n > 0) counts[table] = found.rows[0].n
    }
    return counts
  } finally {
    await client.end()
  }
}

it('deletes a tenant only by its owner, and only by its name', async () => {
  const input = { id: tenantGid(tenantId), name }
  expect((await admin.change('tenantDelete', input, 'id')).errors[0].code).toBe('FORBIDDEN')
  expect((await owner.change('tenantDelete', { ...input, name: 'another' }, 'id')).errors[0]).toMatchObject({
    path: ['name'],
  })
  expect(Object.keys(await rowsOf(tenantId))).toEqual(
    expect.arrayContaining([
      'Endpoint',
      'Scan',
      'ScanResult',
      'Finding',
      'Member',
      'ApiKey',
      'Invitation',
      'AuditEntry',
    ]),
  )
})

it('leaves no row of it in any table, and every row of the others', async () => {
  const others = await rowsOf(otherId)
  expect((await owner.change('tenantDelete', { id: tenantGid(tenantId), name }, 'id')).id).toBe(tenantGid(tenantId))
  expect(await rowsOf(tenantId)).toEqual({})
  expect(await rowsOf(otherId)).toEqual(others)
  expect((await owner.ask('{ viewer { tenants { totalCount } } }')).data.viewer.tenants.totalCount).toBe(0)
  const deeds = await api.db.database.asKeeper((tx) => tx.operatorEntry.findMany())
  expect(deeds).toMatchObject([
    { number: 1, action: 'tenantDelete', actorId: owner.userId, subjectId: tenantId, before: { name } },
  ])
})
