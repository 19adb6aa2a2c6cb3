import { createServer, type Server, type Socket } from 'node:net'
import { createEndpoint, createScan, createTenant, type TestDatabase, testDatabase } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openQueue, type Queue } from '../src/jobs/queue.ts'
import { createLog } from '../src/log.ts'
import { freePorts, type Started, startProcess, until } from './harness.ts'

let db: TestDatabase
let queue: Queue
let server: Server
let target: number
const started: Started[] = []

/** Takes every connection and answers nothing, until it is told to hang up. */
let silent = true
const held = new Set<Socket>()

beforeAll(async () => {
  db = await testDatabase()
  queue = await openQueue({ url: db.url, log: createLog('test', 'silent'), worker: false })
  server = createServer((socket) => {
    socket.on('error', () => {})
    if (!silent) return socket.destroy()
    held.add(socket)
    socket.once('close', () => held.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  target = (server.address() as { port: number }).port
})

afterAll(async () => {
  await Promise.all(started.map((process) => process.end('SIGKILL')))
  await queue?.close()
  for (const socket of held) socket.destroy()
  await new Promise((resolve) => server.close(resolve))
  await db?.close()
})

async function start(entry: 'main' | 'worker', env: Record<string, string> = {}) {
  const port = String(await freePorts(1))
  const process = startProcess(entry, {
    DATABASE_URL: db.url,
    SUNDOWN_API_PORT: port,
    SUNDOWN_WORKER_PORT: port,
    SUNDOWN_PROBE_ALLOW: '127.0.0.0/8',
    ...env,
  })
  started.push(process)
  const url = `http://127.0.0.1:${port}`
  await until(async () => {
    if (process.child.exitCode !== null) return true
    return (await fetch(`${url}/readyz`)).ok
  })
  if (process.child.exitCode !== null) throw new Error(`the process ended: ${process.lines.join('\n')}`)
  return { ...process, url }
}

async function requestScan() {
  const { tenant } = await createTenant(db.database)
  const tenantId = tenant.id
  const endpoint = await createEndpoint(db.database, { tenantId, host: '127.0.0.1', port: target })
  const scan = await createScan(db.database, { tenantId, endpointId: endpoint.id })
  const inTenant = <T>(work: Parameters<typeof db.database.asTenants<T>>[1]) =>
    db.database.asTenants({ tenants: [tenantId], user: null }, work)
  await inTenant((tx) => queue.enqueueScans(tx, [scan]))
  return {
    read: () => inTenant((tx) => tx.scan.findFirstOrThrow({ where: { id: scan.id }, include: { results: true } })),
  }
}

it('finishes the scan of a worker that was killed, in another worker', async () => {
  const first = await start('worker')
  const scan = await requestScan()
  await until(async () => (await scan.read()).status === 'RUNNING' && held.size > 0)
  await first.end('SIGKILL')
  silent = false
  for (const socket of held) socket.destroy()
  expect((await scan.read()).status).toBe('RUNNING')
  await start('worker')
  const done = await until(async () => {
    const row = await scan.read()
    return row.status === 'COMPLETED' ? row : null
  })
  expect(done).toMatchObject({ attempt: 2, verdict: 'UNKNOWN', error: null })
  expect(done.results).toHaveLength(1)
}, 120_000)

it('lets a scan go at SIGTERM, so that the next worker takes it without waiting for a lost heartbeat', async () => {
  await Promise.all(started.map((process) => process.end('SIGKILL')))
  silent = true
  const first = await start('worker')
  const scan = await requestScan()
  await until(async () => (await scan.read()).status === 'RUNNING' && held.size > 0)
  const { code, milliseconds } = await first.end('SIGTERM')
  expect(code).toBe(0)
  expect(milliseconds).toBeLessThan(5_000)
  expect((await scan.read()).status).toBe('QUEUED')
  silent = false
  await start('worker')
  const done = await until(async () => {
    const row = await scan.read()
    return row.status === 'COMPLETED' ? row : null
  })
  expect(done.attempt).toBe(2)
}, 120_000)

it('ends the API at SIGTERM within 5 s, also with a stream open', async () => {
  const api = await start('main')
  const body = JSON.stringify({ query: 'subscription { scanProgress(scanId: "x") { id } }' })
  const headers = { 'content-type': 'application/json', accept: 'text/event-stream' }
  await fetch(`${api.url}/graphql/stream`, { method: 'POST', headers, body })
  const { code, milliseconds } = await api.end('SIGTERM')
  expect(code).toBe(0)
  expect(milliseconds).toBeLessThan(5_000)
})

it('writes one JSON object a line, with the id of the request', async () => {
  const api = await start('main')
  const response = await fetch(`${api.url}/graphql?query=hidden`, {
    headers: { cookie: 'sundown.session_token=hidden' },
  })
  const line = await until(async () => api.lines.find((text) => text.includes('"path":"/graphql"')))
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    process: 'api',
    requestId: response.headers.get('x-request-id'),
    method: 'GET',
    path: '/graphql',
    status: 400,
  })
  expect(api.lines.join()).not.toMatch(/query=|hidden/)
})

it.each([
  ['main', {}, /DATABASE_URL.*is missing/],
  ['main', { DATABASE_URL: 'postgresql://u:p@127.0.0.1:1/x' }, /PostgreSQL|database|reach/i],
  ['main', { SUNDOWN_SECRET: 'short' }, /SUNDOWN_SECRET.*32 characters/],
  ['worker', { DATABASE_URL: 'x', SUNDOWN_WORKER_PORT: 'many' }, /SUNDOWN_WORKER_PORT/],
  ['worker', { SUNDOWN_PROBE_ALLOW: '10.0.0.0/99' }, /10\.0\.0\.0\/99/],
] as const)('says in a sentence why %s cannot start with %j', async (entry, env, sentence) => {
  const needed: Record<string, string> = Object.keys(env).length === 0 ? {} : { DATABASE_URL: db.url }
  const process = startProcess(entry, { ...needed, SUNDOWN_API_PORT: '0', SUNDOWN_WORKER_PORT: '0', ...env })
  const code = await new Promise((resolve) => process.child.once('exit', resolve))
  expect(code).toBe(1)
  expect(process.lines).toHaveLength(1)
  expect(JSON.parse(process.lines[0] ?? '').msg).toMatch(sentence)
})
