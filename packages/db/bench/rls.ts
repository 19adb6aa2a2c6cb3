/**
 * What row-level security costs: the same 20-row endpoint list, eight requests in flight, with and without it, beside
 * plain SQL. All in one run on one server, so that the machine's mood cancels out.
 *
 *   node bench/rls.ts [requests]
 */
import pg from 'pg'
import { createDatabase, type Tx } from '../src/index.ts'
import { testDatabase } from '../src/testing/index.ts'

const requests = Number(process.argv[2] ?? 2_000)
const inFlight = 8
const tenantCount = 50
const endpointsEach = 1_000

const test = await testDatabase()
const admin = new pg.Pool({ connectionString: test.adminUrl, max: inFlight })
const tenants = await fill()
const database = createDatabase({ url: test.url, poolSize: inFlight })
// With this attribute the policies do not hold, and everything else stays equal.
await admin.query('alter role sundown_app bypassrls')

const page = (tx: Tx, tenantId: string) =>
  tx.endpoint.findMany({ where: { tenantId }, orderBy: [{ host: 'asc' }, { port: 'asc' }, { id: 'asc' }], take: 20 })
const sql = {
  name: 'page',
  text: 'select * from "Endpoint" where "tenantId" = $1 order by host, port, id limit 20',
}

const rows: [string, number][] = []
try {
  await measure('plain SQL', async (id) => await admin.query({ ...sql, values: [id] }))
  await measure('Prisma', async (id) => await page(database.prisma, id))
  await measure(
    'Prisma, one transaction, no policies',
    async (id) => await within(id, async (tx) => await page(tx, id)),
  )
  await measure('the same, five lists in it', async (id) => await within(id, async (tx) => await five(tx, id)))
  await admin.query('alter role sundown_app nobypassrls')
  await measure('asTenants', async (id) => await within(id, async (tx) => await page(tx, id)))
  await measure('asTenants, five lists in it', async (id) => await within(id, async (tx) => await five(tx, id)))
  const groups = await fillGroups()
  const narrowed = (id: string) => ({
    [id]: [[{ include: { groups: [groups.get(id) ?? ''], endpoints: [] }, exclude: { groups: [], endpoints: [] } }]],
  })
  await measure(
    'asTenants, narrowed to a group of 100',
    async (id) =>
      await database.asTenants({ tenants: [id], user: null, scopes: narrowed(id) }, async (tx) => await page(tx, id)),
  )
  console.log(
    `${tenantCount} tenants, ${endpointsEach} endpoints each, ${inFlight} in flight, ${requests} requests a line\n`,
  )
  console.log('| way | requests/s |\n|---|---:|')
  for (const [way, rate] of rows) console.log(`| ${way} | ${Math.round(rate).toLocaleString('en')} |`)
} finally {
  await admin.query('alter role sundown_app nobypassrls')
  await Promise.all([database.close(), admin.end()])
  await test.close()
}

async function five(tx: Tx, id: string): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await page(tx, id)
}

function within(id: string, work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  return database.asTenants({ tenants: [id], user: null }, work)
}

async function measure(way: string, request: (tenantId: string) => Promise<unknown>): Promise<void> {
  const run = async (count: number) => {
    let next = 0
    const worker = async () => {
      while (next < count) await request(tenants[next++ % tenants.length] ?? '')
    }
    await Promise.all(Array.from({ length: inFlight }, worker))
  }
  await run(200)
  const start = performance.now()
  await run(requests)
  rows.push([way, (requests * 1_000) / (performance.now() - start)])
}

/** One group of a hundred endpoints in each tenant. */
async function fillGroups(): Promise<ReadonlyMap<string, string>> {
  await admin.query(`insert into "EndpointGroup" ("tenantId", id, name) select id, uuidv7(), 'A hundred' from "Tenant"`)
  await admin.query(
    `insert into "EndpointGroupMember" ("tenantId", "groupId", "endpointId")
     select g."tenantId", g.id, e.id from "EndpointGroup" g join lateral
       (select id from "Endpoint" where "tenantId" = g."tenantId" order by id limit 100) e on true`,
  )
  await admin.query('analyze')
  const { rows } = await admin.query<{ id: string; tenantId: string }>('select id, "tenantId" from "EndpointGroup"')
  return new Map(rows.map((row) => [row.tenantId, row.id]))
}

async function fill(): Promise<string[]> {
  await admin.query(
    `insert into "Tenant" (id, name, slug) select uuidv7(), 'Tenant ' || i, 'tenant-' || i from generate_series(1, $1::int) i`,
    [tenantCount],
  )
  await admin.query(
    `insert into "Endpoint" ("tenantId", id, host, port, role)
     select t.id, uuidv7(), 'host' || i || '.example.com', 443, 'inbound' from "Tenant" t, generate_series(1, $1::int) i`,
    [endpointsEach],
  )
  await admin.query('analyze')
  const { rows } = await admin.query<{ id: string }>('select id from "Tenant"')
  return rows.map((row) => row.id)
}
