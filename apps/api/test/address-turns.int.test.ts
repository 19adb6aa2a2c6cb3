import { setTimeout as sleep } from 'node:timers/promises'
import { type TestDatabase, testDatabase } from '@sundown/db/testing'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type AddressTurns, openAddressTurns } from '../src/probing/address-turns.ts'

let db: TestDatabase
const opened: AddressTurns[] = []
const never = new AbortController().signal

beforeAll(async () => {
  db = await testDatabase()
})
afterEach(async () => {
  for (const turns of opened.splice(0)) await turns.close()
})
afterAll(() => db?.close())

/** As a worker of its own. */
const worker = () => {
  const turns = openAddressTurns(db.url)
  opened.push(turns)
  return turns
}

it('gives an address to one scan at a time, over several workers', async () => {
  const workers = [worker(), worker()]
  let inside = 0
  let most = 0
  let done = 0
  const scan = async (turns: AddressTurns) => {
    const over = await turns.take('192.0.2.1', never)
    most = Math.max(most, ++inside)
    await sleep(5)
    inside -= 1
    done += 1
    over()
  }
  await Promise.all(Array.from({ length: 8 }, (_, i) => scan(workers[i % 2] as AddressTurns)))
  expect([most, done]).toEqual([1, 8])
})

it('lets other addresses go on meanwhile', async () => {
  const turns = worker()
  const over = await turns.take('192.0.2.1', never)
  const other = await turns.take('192.0.2.2', never)
  other()
  over()
})

it('ends a wait that is aborted, and keeps the place of nobody', async () => {
  const [one, two] = [worker(), worker()]
  const over = await one.take('192.0.2.1', never)
  const tired = new AbortController()
  const waiting = two.take('192.0.2.1', tired.signal)
  tired.abort()
  ;(await waiting)()
  const next = two.take('192.0.2.1', never)
  over()
  ;(await next)()
})

it('frees the turns of a worker that is gone', async () => {
  const gone = worker()
  await gone.take('192.0.2.1', never)
  await gone.close()
  const over = await worker().take('192.0.2.1', never)
  over()
})
