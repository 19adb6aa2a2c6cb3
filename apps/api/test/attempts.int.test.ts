import { type TestDatabase, testDatabase } from '@sundown/db/testing'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createAttempts } from '../src/sign-in/attempts.ts'

let db: TestDatabase
let time = 0
let key: string
const rule = { most: 5, seconds: 50 }

beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db?.close())
beforeEach(() => {
  time = 1_800_000_000_000
  key = crypto.randomUUID()
})

const attempts = () => createAttempts(db.database, () => new Date(time))
const take = async () => (await attempts().take(key, rule)).allowed

it('lets a burst through and then one at a time, as fast as it forgets', async () => {
  for (let i = 0; i < 5; i += 1) expect(await take()).toBe(true)
  expect(await attempts().take(key, rule)).toEqual({ allowed: false, retryAfter: 10 })
  time += 9_000
  expect(await attempts().take(key, rule)).toEqual({ allowed: false, retryAfter: 1 })
  time += 1_000
  expect(await take()).toBe(true)
  expect(await take()).toBe(false)
  time += 50_000
  for (let i = 0; i < 5; i += 1) expect(await take()).toBe(true)
  expect(await take()).toBe(false)
})

it('is never shut for good by somebody who keeps trying', async () => {
  let through = 0
  for (let second = 0; second < 500; second += 1) {
    if (await take()) through += 1
    time += 1_000
  }
  expect(through).toBe(5 + 49)
})

it('lets no more through when all try at once', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, take))
  expect(answers.filter(Boolean)).toHaveLength(5)
})

it('counts what happened, and tells when that filled it', async () => {
  const filled: boolean[] = []
  for (let i = 0; i < 7; i += 1) filled.push(await attempts().add(key, rule))
  expect(filled).toEqual([false, false, false, false, true, true, true])
  expect(await attempts().isFull(key, rule)).toBe(true)
  time += 10_000
  expect(await attempts().isFull(key, rule)).toBe(false)
  await attempts().clear(key)
  expect(await attempts().add(key, rule)).toBe(false)
})
