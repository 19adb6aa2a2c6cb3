import { createTenant, type TestDatabase, testDatabase } from '@sundown/db/testing'
import { hashPassword } from 'better-auth/crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newKey } from '../src/access/key-viewer.ts'
import {
  type Client,
  client,
  freePorts,
  password,
  portalUrl,
  type Started,
  startProcess,
  tenantGid,
  until,
} from './harness.ts'

let db: TestDatabase
let here: string
let there: string
const started: Started[] = []

beforeAll(async () => {
  db = await testDatabase()
  const urls = await Promise.all([start(), start()])
  here = urls[0]
  there = urls[1]
})

afterAll(async () => {
  await Promise.all(started.map((process) => process.end('SIGKILL')))
  await db?.close()
})

/** A whole API process of its own over the same database. */
async function start(): Promise<string> {
  const port = String(await freePorts(1))
  const env = { DATABASE_URL: db.url, SUNDOWN_API_PORT: port, SUNDOWN_PORTAL_URL: portalUrl, SUNDOWN_LOG_LEVEL: 'warn' }
  const process = startProcess('main', env)
  started.push(process)
  await until(async () => {
    if (process.child.exitCode !== null) throw new Error(`the process ended: ${process.lines.join('\n')}`)
    return (await fetch(`http://127.0.0.1:${port}/readyz`)).ok
  })
  return `http://127.0.0.1:${port}`
}

async function newcomer(): Promise<{ tenantId: string; userId: string; at: (url: string) => Client }> {
  const { tenant, owner } = await createTenant(db.database)
  await db.database.auth.account.create({
    data: {
      id: owner.id,
      accountId: owner.id,
      providerId: 'credential',
      userId: owner.id,
      password: await hashPassword(password),
    },
  })
  const person = client(here)
  const response = await person.post('/api/auth/sign-in/email', { email: owner.email, password })
  expect(response.status).toBe(200)
  return { tenantId: tenant.id, userId: owner.id, at: (url) => client(url, person.cookie) }
}

const reach = async (who: Client, tenantId: string) => {
  const { data, errors } = await who.ask(
    'query ($id: ID!) { viewer { id } node(id: $id) { ... on Tenant { endpoints(first: 1) { totalCount } } } }',
    { id: tenantGid(tenantId) },
  )
  expect(errors).toBeUndefined()
  return { known: data.viewer !== null, tenant: data.node !== null }
}

const whole = { known: true, tenant: true }

it('ends a session in every process with the request that follows its end in one', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const person = await newcomer()
    expect(await reach(person.at(there), person.tenantId)).toEqual(whole)
    expect(await reach(person.at(here), person.tenantId)).toEqual(whole)
    expect((await person.at(here).post('/api/auth/sign-out', {})).status).toBe(200)
    expect(await reach(person.at(there), person.tenantId)).toEqual({ known: false, tenant: false })
  }
})

it('ends a membership in every process with the request that follows', async () => {
  for (let turn = 0; turn < 5; turn++) {
    const { tenantId, userId, at } = await newcomer()
    expect(await reach(at(there), tenantId)).toEqual(whole)
    await db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.member.deleteMany({ where: { tenantId, userId } }),
    )
    for (const url of [there, here]) expect(await reach(at(url), tenantId)).toEqual({ known: true, tenant: false })
  }
})

it('ends a key in every process with the request that follows', async () => {
  const { tenantId, userId } = await newcomer()
  const { key, hash, prefix } = newKey(tenantId)
  const inTenant = <T>(work: Parameters<typeof db.database.asTenants<T>>[1]) =>
    db.database.asTenants({ tenants: [tenantId], user: null }, work)
  const day = 86_400_000
  const { id } = await inTenant((tx) =>
    tx.apiKey.create({
      data: {
        tenantId,
        name: 'k',
        prefix,
        hash,
        scopes: ['*'],
        ipRanges: [],
        createdBy: userId,
        expiresAt: new Date(Date.now() + day),
      },
    }),
  )
  const status = async (url: string) => {
    const headers = { authorization: `Bearer ${key}` }
    return (await client(url).post('/graphql', { query: '{ viewer { id } }' }, headers)).status
  }
  expect([await status(here), await status(there)]).toEqual([200, 200])
  await inTenant((tx) =>
    tx.apiKey.update({ where: { tenantId_id: { tenantId, id } }, data: { revokedAt: new Date() } }),
  )
  expect([await status(here), await status(there)]).toEqual([401, 401])
})
