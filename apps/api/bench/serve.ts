/**
 * The API of a bench in a process of its own, over a PostgreSQL server of its own, with the same rows each time; beside it
 * a bare HTTP server that sends the same page by `pg` alone. Told `bypass`, row-level security does not hold for it.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createTenant } from '@sundown/db/testing'
import pg from 'pg'
import { signIn, startApi } from '../test/harness.ts'

export interface Served {
  readonly url: string
  /** The same page of endpoints by `pg` behind node:http, without GraphQL, sign-in or tenancy. */
  readonly bareUrl: string
  readonly cookie: string
  readonly slug: string
  readonly tenantId: string
  readonly adminUrl: string
  readonly serverPid: number
}

/** What was used since the process began. */
export interface Mark {
  /** Microseconds of CPU of this process. */
  readonly cpu: number
  /** Statements sent, by what they are for. */
  readonly statements: Readonly<Record<'who' | 'frame' | 'read', number>>
}

export const page = {
  name: 'page',
  text: 'select * from "Endpoint" where "tenantId" = $1 and "deletedAt" is null order by host, id limit 21',
}

const tenantCount = 50
const endpointsEach = 1_000

if (process.send) await serve(process.argv[2] === 'bypass')

async function serve(bypass: boolean): Promise<void> {
  const statements = countStatements()
  const api = await startApi({ ratePoints: 1_000_000_000 })
  const admin = new pg.Pool({ connectionString: api.db.adminUrl, max: 16 })
  if (bypass) await admin.query('alter role sundown_app bypassrls')
  const tenants = []
  for (let i = 0; i < tenantCount; i++) tenants.push((await createTenant(api.db.database)).tenant)
  await admin.query(
    `insert into "Endpoint" ("tenantId", "id", "host", "port", "role", "verdict", "score")
     select t."id", gen_random_uuid(), 'host-' || n || '.example.com', 443, 'inbound', 'READY', n % 100
     from "Tenant" t, generate_series(1, $1) n order by t."id", n`,
    [endpointsEach],
  )
  await settle(admin)
  const person = await signIn(
    api,
    tenants.map(({ id }) => ({ tenantId: id, role: 'VIEWER' as const })),
  )
  const [first] = tenants
  if (!first) throw new Error('no tenant')
  const bare = createServer(async (_, response) => {
    const { rows } = await admin.query({ ...page, values: [first.id] })
    response.setHeader('content-type', 'application/json').end(JSON.stringify(rows))
  })
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  const { rows } = await admin.query<{ pid: string }>(
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1) as pid`,
  )
  const served: Served = {
    url: `${api.url}/graphql`,
    bareUrl: `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`,
    cookie: person.cookie,
    slug: first.slug,
    tenantId: first.id,
    adminUrl: api.db.adminUrl,
    serverPid: Number(rows[0]?.pid),
  }
  process.send?.(served)
  process.on('message', async (message) => {
    if (message === 'mark') {
      const { user, system } = process.cpuUsage()
      process.send?.({ cpu: user + system, statements: { ...statements } } satisfies Mark)
      return
    }
    bare.close()
    await admin.end()
    await api.close()
    process.disconnect()
  })
}

/** The table as autovacuum leaves it: it waits for every transaction that began earlier, also those of the queue. */
async function settle(admin: pg.Pool): Promise<void> {
  for (let turn = 0; turn < 50; turn++) {
    await admin.query('vacuum analyze "Endpoint"')
    const { rowCount } = await admin.query(
      `select from pg_class where oid = '"Endpoint"'::regclass and relallvisible >= relpages - 1`,
    )
    if (rowCount === 1) break
    await sleep(100)
  }
  await admin.query('analyze')
}

function countStatements(): Record<'who' | 'frame' | 'read', number> {
  const counts = { who: 0, frame: 0, read: 0 }
  const send = pg.Client.prototype.query as (...args: unknown[]) => unknown
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const text = typeof args[0] === 'string' ? args[0] : ((args[0] as { text?: string } | undefined)?.text ?? '')
    if (/^\s*(begin|commit)\b/i.test(text)) counts.frame += 1
    else if (text.includes('"Session"')) counts.who += 1
    else counts.read += 1
    return send.apply(this, args)
  } as typeof pg.Client.prototype.query
  return counts
}
