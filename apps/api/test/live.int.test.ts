import { createEndpoint, createScan, createTenant } from '@sundown/db/testing'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { announce } from '../src/events.ts'
import { encodeKey, type TenantKey } from '../src/global-id.ts'
import { type Answer, type Api, firstThat, type Person, signIn, startApi, tenantGid, until } from './harness.ts'

let api: Api
let tenantId: string
let viewer: Person
let stranger: Person

beforeAll(async () => {
  api = await startApi()
  tenantId = (await createTenant(api.db.database)).tenant.id
  viewer = await signIn(api, [{ tenantId, role: 'VIEWER' }])
  stranger = await signIn(api)
})

afterAll(() => api?.close())

const scanQuery = 'subscription ($id: ID!) { scanProgress(scanId: $id) { status progress endpoint { host } } }'
const tenantQuery = 'subscription ($id: ID!) { tenantActivity(tenantId: $id) { scan { id status progress } } }'

/** Moves a scan as a worker in another process would: a write and a notification in one transaction. */
const move = ({ tenantId: tenant, id }: TenantKey, status: 'RUNNING' | 'COMPLETED', progress: number) =>
  api.db.database.asTenants({ tenants: [tenant], user: null }, async (tx) => {
    await tx.scan.updateMany({ where: { tenantId: tenant, id }, data: { status, progress } })
    await announce(tx, { kind: 'scan', tenantId: tenant, id, over: status === 'COMPLETED' })
  })

it('sends the present state at once, then every move, and ends with the scan', async () => {
  const scan = await createScan(api.db.database, { tenantId })
  const seen: [string, number][] = []
  for await (const { data } of viewer.follow(scanQuery, { id: encodeKey('Scan', scan) })) {
    const { status, progress } = data.scanProgress
    seen.push([status, progress])
    if (seen.length === 1) await move(scan, 'RUNNING', 40)
    if (progress === 40) await move(scan, 'COMPLETED', 100)
  }
  expect(seen).toEqual([
    ['QUEUED', 0],
    ['RUNNING', 40],
    ['COMPLETED', 100],
  ])
})

it('sends one event and ends for a scan that is over', async () => {
  const scan = await createScan(api.db.database, { tenantId, status: 'COMPLETED', progress: 100 })
  const seen: Answer[] = []
  for await (const answer of viewer.follow(scanQuery, { id: encodeKey('Scan', scan) })) seen.push(answer)
  expect(seen.map(({ data }) => data.scanProgress.status)).toEqual(['COMPLETED'])
})

it('carries headers that keep proxies from holding events back', async () => {
  const scan = await createScan(api.db.database, { tenantId, status: 'COMPLETED' })
  const body = { query: scanQuery, variables: { id: encodeKey('Scan', scan) } }
  const response = await viewer.post('/graphql/stream', body, { accept: 'text/event-stream' })
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  })
  await response.body?.cancel()
})

it('tells a tenant`s people of its scans alone', async () => {
  const other = await createScan(api.db.database)
  const mine = await createScan(api.db.database, { tenantId, status: 'COMPLETED' })
  const live = viewer.follow(tenantQuery, { id: tenantGid(tenantId) })
  const heard = firstThat(live, ({ data }) => data.tenantActivity.scan.progress === 77)
  await until(async () => {
    await move(other, 'RUNNING', 77)
    await move(mine, 'RUNNING', 77)
    return Promise.race([heard, new Promise((resolve) => setTimeout(resolve, 200, null))])
  })
  expect((await heard).data.tenantActivity.scan.id).toBe(encodeKey('Scan', mine))
})

it('refuses strangers and the signed-out with one error and the end of the stream', async () => {
  const id = encodeKey('Scan', await createScan(api.db.database, { tenantId }))
  const answersOf = async (person: { follow: Person['follow'] }, query: string, variables: object) => {
    const answers: Answer[] = []
    for await (const answer of person.follow(query, variables as Record<string, unknown>)) answers.push(answer)
    return answers.map((answer) => answer.errors?.[0]?.extensions.code)
  }
  expect(await answersOf(stranger, scanQuery, { id })).toEqual(['BAD_USER_INPUT'])
  expect(await answersOf(stranger, tenantQuery, { id: tenantGid(tenantId) })).toEqual(['BAD_USER_INPUT'])
  expect(await answersOf(api.nobody, scanQuery, { id })).toEqual(['UNAUTHENTICATED'])
  expect(await answersOf(viewer, scanQuery, { id: 'nonsense' })).toEqual(['BAD_USER_INPUT'])
})

it('ends the view of somebody who is thrown out while looking', async () => {
  const leaver = await signIn(api, [{ tenantId, role: 'OPERATOR' }])
  const scan = await createScan(api.db.database, { tenantId })
  const answers: Answer[] = []
  for await (const answer of leaver.follow(scanQuery, { id: encodeKey('Scan', scan) })) {
    answers.push(answer)
    if (answers.length > 1) continue
    await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.member.deleteMany({ where: { userId: leaver.userId } }),
    )
    await move(scan, 'RUNNING', 10)
  }
  expect(answers[0]?.data.scanProgress.progress).toBe(0)
  expect(answers).toHaveLength(2)
  expect(answers[1]?.data ?? null).toBeNull()
  expect(answers[1]?.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT')
})

it('runs only subscriptions, within the same limits', async () => {
  const send = async (query: string) => {
    const response = await viewer.post('/graphql/stream', { query }, { accept: 'text/event-stream' })
    return [response.status, await response.text()] as const
  }
  expect((await send('{ viewer { id } }'))[0]).toBe(400)
  expect((await send('mutation { tenantCreate(input: { name: "x" }) { __typename } }'))[0]).toBe(400)
  expect((await send('subscription {'))[0]).toBe(400)
  const deep = `subscription { scanProgress(scanId: "x") ${'{ endpoint { lastScan '.repeat(10)} { id } ${'} }'.repeat(10)} }`
  expect((await send(deep))[1]).toMatch(/levels deep/)
})

it('lets go of a reader who has gone', async () => {
  const scan = await createScan(api.db.database, { tenantId })
  const before = await backends()
  for (let i = 0; i < 5; i++) for await (const _ of viewer.follow(scanQuery, { id: encodeKey('Scan', scan) })) break
  await move(scan, 'RUNNING', 5)
  expect(await until(async () => (await backends()) <= before)).toBe(true)
})

/** Transactions that stand open in this test's database. */
const backends = async () => {
  const [row] = await api.db.database.auth.$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`
  return Number(row.count)
}

it('lets one reader follow so many things at once, and more once some are closed', async () => {
  const scan = await createScan(api.db.database, { tenantId })
  const reader = await signIn(api, [{ tenantId, role: 'VIEWER' }])
  const follow = () => reader.follow(scanQuery, { id: encodeKey('Scan', scan) })
  const streams = Array.from({ length: 50 }, follow)
  await Promise.all(streams.map((stream) => stream.next()))
  const body = { query: scanQuery, variables: { id: encodeKey('Scan', scan) } }
  const refused = await reader.post('/graphql/stream', body, { accept: 'text/event-stream' })
  expect([refused.status, (await refused.text()).includes('STREAM_LIMIT')]).toEqual([429, true])
  await Promise.all(streams.slice(0, 10).map((stream) => stream.return(undefined)))
  const again = await until(async () => (await follow().next()).value)
  expect(again.data.scanProgress.status).toBe('QUEUED')
  await Promise.all(streams.map((stream) => stream.return(undefined)))
})

it('hears again after the database has cut the line', async () => {
  const scan = await createScan(api.db.database, { tenantId, status: 'RUNNING' })
  const live = viewer.follow(scanQuery, { id: encodeKey('Scan', scan) })
  const heard = firstThat(live, ({ data }) => data.scanProgress.progress === 66)
  await createEndpoint(api.db.database, { tenantId })
  const admin = new pg.Client({ connectionString: api.db.adminUrl })
  await admin.connect()
  await admin.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name = 'sundown_events'`)
  await admin.end()
  await move(scan, 'RUNNING', 66)
  expect((await heard).data.scanProgress.progress).toBe(66)
})
