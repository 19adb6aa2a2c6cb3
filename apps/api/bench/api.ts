/**
 * What the API answers per second, beside plain SQL for the same rows: one process, sixteen requests in flight, client and
 * PostgreSQL on the same machine. One run side by side, so that the machine's mood cancels out.
 *
 *   node apps/api/bench/api.ts [requests]
 */
import { Agent, request } from 'node:http'
import { createTenant } from '@sundown/db/testing'
import pg from 'pg'
import { signIn, startApi } from '../test/harness.ts'

const requests = Number(process.argv[2] ?? 1_000)
const inFlight = 16
const tenantCount = 50
const endpointsEach = 1_000

const api = await startApi({ ratePoints: 1_000_000_000 })
const tenants = await fill()
const person = await signIn(
  api,
  tenants.map((tenantId) => ({ tenantId, role: 'VIEWER' as const })),
)
const { slug } = await api.db.database.asTenants({ tenants: [...tenants], user: null }, (tx) =>
  tx.tenant.findFirstOrThrow({ where: { id: tenants[0] ?? '' } }),
)
const agent = new Agent({ keepAlive: true, maxSockets: inFlight })
const pool = new pg.Pool({ connectionString: api.db.adminUrl, max: inFlight })

const list = `query ($slug: String!) { tenant(slug: $slug) { endpoints(first: 20) {
  pageInfo { hasNextPage endCursor } edges { node { id host port role verdict score createdAt } } } } }`
const nested = `{ viewer { tenants(first: 10) { edges { node { id name endpoints(first: 10) {
  totalCount edges { node { id host verdict } } } } } } } }`

try {
  const rows = [
    await measure('plain SQL, 20 rows', () =>
      pool.query({
        name: 'page',
        text: 'select * from "Endpoint" where "tenantId" = $1 order by host, id limit 20',
        values: [tenants[0]],
      }),
    ),
    await measure('{ setup { completed } }, signed out', () => send('{ setup { completed } }', {}, '')),
    await measure('{ viewer { id } }', () => send('{ viewer { id } }')),
    await measure('20-row list', () => send(list, { slug })),
    await measure('10 tenants x 10 endpoints with counts', () => send(nested)),
  ]
  console.log(
    `${tenantCount} tenants, ${endpointsEach} endpoints each, ${inFlight} in flight, ${requests} requests a line\n`,
  )
  console.log('| what | requests/s | p50 ms | p95 ms |\n|---|---:|---:|---:|')
  for (const row of rows) console.log(`| ${row.join(' | ')} |`)
} finally {
  agent.destroy()
  await pool.end()
  await api.close()
}

async function fill(): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < tenantCount; i++) {
    const { tenant } = await createTenant(api.db.database)
    ids.push(tenant.id)
    const data = Array.from({ length: endpointsEach }, (_, j) => ({
      tenantId: tenant.id,
      host: `host-${j}.example.com`,
      port: 443,
      role: 'inbound' as const,
      verdict: 'READY' as const,
      score: j % 100,
    }))
    await api.db.database.asTenants({ tenants: [tenant.id], user: null }, (tx) => tx.endpoint.createMany({ data }))
  }
  return ids
}

async function measure(what: string, once: () => Promise<unknown>): Promise<(string | number)[]> {
  for (let i = 0; i < 50; i++) await once()
  const times: number[] = []
  let left = requests
  const from = performance.now()
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        const start = performance.now()
        await once()
        times.push(performance.now() - start)
      }
    }),
  )
  const seconds = (performance.now() - from) / 1_000
  times.sort((a, b) => a - b)
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0)
  return [what, Math.round(requests / seconds), at(0.5), at(0.95)]
}

function send(query: string, variables: object = {}, cookie = person.cookie): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const headers = { 'content-type': 'application/json', cookie }
  const sent = request(`${api.url}/graphql`, { method: 'POST', agent, headers }, (response) => {
    const parts: Buffer[] = []
    response.on('data', (part: Buffer) => parts.push(part))
    response.on('end', () => {
      const text = Buffer.concat(parts).toString()
      if (text.includes('"errors"')) reject(new Error(text))
      else resolve()
    })
  })
  sent.on('error', reject)
  sent.end(JSON.stringify({ query, variables }))
  return promise
}
