/**
 * What judging a tenant's whole history again costs, from stored facts, through the database and with row-level security:
 * one process, one connection at a time, as the worker does it. Beside it the judging alone.
 *
 *   node apps/api/bench/regrade.ts [scans]
 */
import { readdirSync, readFileSync } from 'node:fs'
import type { Facts } from '@sundown/core/facts'
import { newId, storeFacts } from '@sundown/db'
import { createTenant, testDatabase } from '@sundown/db/testing'
import pg from 'pg'
import { pino } from 'pino'
import type { Connections } from '../src/connections.ts'
import { judgeFor } from '../src/judging/judge-for.ts'
import { rulingsOf } from '../src/judging/rulings.ts'
import { regradeHistory, regradeNewest } from '../src/modules/policy/jobs/regrade.ts'

const scans = Number(process.argv[2] ?? 100_000)
const endpointCount = 1_000
const daysKept = 400

const test = await testDatabase()
const { database } = test
const admin = new pg.Client({ connectionString: test.adminUrl })
await admin.connect()
const connections = { database, now: () => new Date(), log: pino({ level: 'silent' }) } as unknown as Connections
const { tenant } = await createTenant(database)
const tenantId = tenant.id
const reach = { tenants: [tenantId], user: null }
const folder = new URL('../../../packages/core/fixtures/facts/', import.meta.url)
const facts = readdirSync(folder).map((name): Facts => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))

try {
  await fill()
  await run('first time: every answer is written')
  await run('nothing changed: nothing is read')
  await choose('nist-800-52r2')
  await run('another policy: every answer is written')
  await choose('microsoft-365')
  await run('back again: every answer is written')
  judgingAlone(await database.asTenants(reach, (tx) => rulingsOf(tx, tenantId)))
} finally {
  await admin.end()
  await test.close()
}

async function run(what: string): Promise<void> {
  const stop = new AbortController().signal
  const seconds = async (work: () => Promise<unknown>) => {
    const start = performance.now()
    await work()
    return (performance.now() - start) / 1_000
  }
  const newest = await seconds(() => regradeNewest(connections, { tenantId }, stop))
  const history = await seconds(() => regradeHistory(connections, { tenantId }, stop))
  const { done, changed } = await database.asTenants(reach, (tx) =>
    tx.historyRegrade.findUniqueOrThrow({ where: { tenantId } }),
  )
  const rate = (count: number, time: number) =>
    `${time.toFixed(1)} s (${Math.round(count / time).toLocaleString('en')}/s)`
  console.log(
    `${what}: newest with findings ${rate(endpointCount, newest)}, history ${rate(done, history)}, ${changed} with another verdict or score`,
  )
}

function choose(policyId: string): Promise<unknown> {
  return database.asTenants(reach, (tx) => tx.tenant.update({ where: { id: tenantId }, data: { policyId } }))
}

function judgingAlone(rulings: Awaited<ReturnType<typeof rulingsOf>>): void {
  const endpoint = { host: 'mail.example.com', port: 443, serverName: null, starttls: null, role: 'inbound' as const }
  const start = performance.now()
  for (let i = 0; i < scans; i++) judgeFor(endpoint, facts[i % facts.length] as Facts, rulings, new Date())
  const seconds = (performance.now() - start) / 1_000
  console.log(`judging alone: ${Math.round(scans / seconds).toLocaleString('en')} a second`)
}

/** Endpoints that were scanned again and again over a year, each with what one of the named test servers shows. */
async function fill(): Promise<void> {
  const hashes = await database.asTenants(reach, (tx) => storeFacts(tx, tenantId, facts))
  const endpoints = Array.from({ length: endpointCount }, () => newId())
  await admin.query(
    `insert into "Endpoint" ("tenantId", "id", "host", "port", "role", "updatedAt")
     select $1, x, 'h' || n || '.example.com', 443, 'inbound', now() from unnest($2::uuid[]) with ordinality t(x, n)`,
    [tenantId, endpoints],
  )
  const now = Date.now()
  for (let from = 0; from < scans; from += 5_000) {
    const count = Math.min(5_000, scans - from)
    const at = Array.from({ length: count }, (_, i) => new Date(now - daysKept * 86_400_000 * (1 - (from + i) / scans)))
    const ids = at.map((when) => newId(when.getTime()))
    const results = at.map((when) => newId(when.getTime()))
    const whose = at.map((_, i) => endpoints[(from + i) % endpointCount])
    const seen = at.map((_, i) => hashes[((from + i) % endpointCount) % hashes.length])
    await admin.query(
      `insert into "Scan" ("tenantId", "id", "endpointId", "status", "progress", "requestedAt", "finishedAt", "verdict", "score")
       select $1, i, e, 'COMPLETED', 100, a, a, 'UNKNOWN', null from unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) t(i, e, a)`,
      [tenantId, ids, whose, at],
    )
    await admin.query(
      `insert into "ScanResult" ("tenantId", "id", "scanId", "endpointId", "address", "status", "factsHash", "verdict", "because", "policyId", "judgedAt", "connections", "milliseconds")
       select $1, r, s, e, '192.0.2.1', 'OBSERVED', h, 'UNKNOWN', '{}', 'none', a, 1, 1
       from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[]) t(r, s, e, h, a)`,
      [tenantId, results, ids, whose, seen, at],
    )
  }
  await admin.query(
    `update "Endpoint" e set "lastScanId" = s.id from (select distinct on ("endpointId") "endpointId", "id" from "Scan" where "tenantId" = $1 order by "endpointId", "id" desc) s
     where e."tenantId" = $1 and e."id" = s."endpointId"`,
    [tenantId],
  )
  await admin.query('analyze')
  console.log(`${endpointCount} endpoints, ${scans.toLocaleString('en')} scans, ${facts.length} different facts`)
}
