import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '@sundown/db'
import { type TestDatabase, testDatabase } from '@sundown/db/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openQueue, type Queue, type Workers } from '../src/jobs/queue.ts'
import { createLog } from '../src/log.ts'
import { until } from './harness.ts'

let db: TestDatabase
const queues: Queue[] = []
/** Tenants, and scans, in the order in which they were begun, over both workers. */
let begun: string[] = []
let scans: string[] = []
let gate = Promise.withResolvers<void>()

beforeAll(async () => {
  db = await testDatabase()
  for (let i = 0; i < 2; i++) {
    const queue = await openQueue({ url: db.url, log: createLog('test', 'silent'), worker: true })
    queues.push(queue)
    const idle = async () => {}
    const workers: Workers = {
      scans: 2,
      scansPerTenant: 2,
      runScan: async ({ tenantId, scanId }) => {
        begun.push(tenantId)
        scans.push(scanId)
        await gate.promise
        await sleep(20)
      },
      loseScan: idle,
      regrade: idle,
      regradeAll: idle,
      recheckDomains: idle,
      tendHistory: idle,
      tendDelegations: idle,
    }
    await queue.work(workers)
  }
})

afterAll(async () => {
  gate.resolve()
  await Promise.all(queues.map((queue) => queue.close()))
  await db?.close()
})

beforeEach(() => {
  begun = []
  scans = []
  gate = Promise.withResolvers()
})

async function ask(tenantId: string, count: number): Promise<string[]> {
  const asked = Array.from({ length: count }, () => ({ tenantId, id: newId() }))
  await db.database.asTenants({ tenants: [tenantId], user: null }, async (tx) => queues[0]?.enqueueScans(tx, asked))
  return asked.map((scan) => scan.id)
}

it('lets a small tenant past the backlog of big ones that fill every place', async () => {
  const [big, bigger, small] = [newId(), newId(), newId()]
  await ask(big, 40)
  await ask(bigger, 40)
  await until(async () => begun.length >= 4)
  await ask(small, 3)
  gate.resolve()
  await until(async () => begun.length >= 83)
  // Each of its scans waits for about one of each other tenant, not for the eighty that were there first.
  expect(begun.indexOf(small)).toBeLessThan(16)
  expect(begun.lastIndexOf(small)).toBeLessThan(28)
}, 120_000)

it('does not let a tenant that keeps asking go before its own older scans, nor for ever before others', async () => {
  const [steady, other] = [newId(), newId()]
  const asked = await ask(steady, 30)
  await until(async () => begun.length >= 2)
  await ask(other, 10)
  for (let i = 0; i < 20; i++) asked.push(...(await ask(steady, 1)))
  gate.resolve()
  await until(async () => begun.length >= 60)
  expect(begun.lastIndexOf(other)).toBeLessThan(40)
  const own = scans.filter((id) => asked.includes(id))
  // Two run at a time, so neighbours may change places.
  expect(own.every((id, place) => Math.abs(asked.indexOf(id) - place) <= 3)).toBe(true)
}, 120_000)
