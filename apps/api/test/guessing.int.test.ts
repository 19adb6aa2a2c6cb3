import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createAttempts } from '../src/sign-in/attempts.ts'
import { createSignInLock } from '../src/sign-in/sign-in-lock.ts'
import { type Api, client, password, signIn, startApi } from './harness.ts'

let api: Api

beforeAll(async () => {
  api = await startApi()
})
beforeEach(() => api.db.database.auth.rateLimit.deleteMany())
afterAll(() => api?.close())

const enter = async (email: string, given = password) => {
  const response = await client(api.url).post('/api/auth/sign-in/email', { email, password: given })
  return [response.status, ((await response.json()) as { code?: string }).code]
}

it('lets twenty-five colleagues behind one address sign in at once, each having mistyped', async () => {
  const emails: string[] = []
  for (let i = 0; i < 25; i += 1) emails.push((await signIn(api)).email)
  const statuses: unknown[] = []
  for (const email of emails) {
    expect((await enter(email, 'mistyped password'))[0]).toBe(401)
    statuses.push((await enter(email))[0])
  }
  expect(statuses).toEqual(Array(25).fill(200))
}, 120_000)

it('shuts the door to an address from which many accounts are tried, the right password included', async () => {
  const { email } = await signIn(api)
  const statuses = new Set<unknown>()
  for (let i = 0; i < 5; i += 1) statuses.add((await enter(`person-${i}@example.com`, 'Autumn2026!'))[0])
  expect([...statuses]).toEqual([401])
  // The rest at once, since the bucket leaks while a slow machine knocks.
  const lock = createSignInLock(createAttempts(api.db.database, () => new Date()))
  for (let i = 5; i < 61; i += 1) await lock.failed(`person-${i}@example.com`, '127.0.0.1')
  expect(await enter(email)).toEqual([429, 'TOO_MANY'])
  expect(await enter('person-61@example.com', 'Autumn2026!')).toEqual([429, 'TOO_MANY'])
}, 120_000)

describe('the lock', () => {
  let time = 1_800_000_000_000
  const lock = () => createSignInLock(createAttempts(api.db.database, () => new Date(time)))

  it('opens to an account again after a while, however steadily it is tried', async () => {
    for (let i = 0; i < 19; i += 1) expect(await lock().failed('a@example.com', '192.0.2.1')).toBe(false)
    expect(await lock().failed('a@example.com', '192.0.2.1')).toBe(true)
    expect(await lock().isShut('A@example.com ')).toBe(true)
    let guesses = 0
    for (let second = 0; second < 3_600; second += 15) {
      time += 15_000
      if (await lock().isShut('a@example.com')) continue
      guesses += 1
      await lock().failed('a@example.com', '192.0.2.1')
    }
    // Eighty an hour, where four hundred thousand would be needed for a good password list.
    expect(guesses).toBe(80)
  })

  it('forgets the account with its right password, and the address never before its time', async () => {
    for (let i = 0; i < 60; i += 1) await lock().failed('b@example.com', '192.0.2.2')
    await lock().succeeded('b@example.com')
    expect(await lock().isShut('b@example.com')).toBe(false)
    expect(await lock().isAddressShut('192.0.2.2')).toBe(true)
    expect(await lock().isAddressShut('192.0.2.3')).toBe(false)
    time += 16_000
    expect(await lock().isAddressShut('192.0.2.2')).toBe(false)
  })

  it('takes the whole network of an IPv6 subscriber for one address', async () => {
    for (let i = 0; i < 60; i += 1) await lock().failedFrom(`2001:db8:1:2:${i}::1`)
    expect(await lock().isAddressShut('2001:db8:1:2:ffff::')).toBe(true)
    expect(await lock().isAddressShut('2001:db8:1:3::1')).toBe(false)
  })
})
