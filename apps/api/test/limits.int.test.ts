import { createEndpoint, createTenant } from '@sundown/db/testing'
import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import { createServer } from '../src/server.ts'
import {
  type Answer,
  type Api,
  client,
  type Person,
  password,
  portalUrl,
  signIn,
  startApi,
  tenantGid,
} from './harness.ts'

let api: Api
let owner: Person
let tenant: string

beforeAll(async () => {
  api = await startApi()
  const { tenant: made } = await createTenant(api.db.database)
  tenant = tenantGid(made.id)
  owner = await signIn(api, [{ tenantId: made.id, role: 'OWNER' }])
})

afterAll(() => api?.close())

const codeOf = async (query: string, variables: Record<string, unknown> = {}) =>
  (await owner.ask(query, variables)).errors?.[0]?.extensions.code

it('is open about its schema', async () => {
  const { data } = await api.nobody.ask(getIntrospectionQuery())
  expect(data.__schema.types.length).toBeGreaterThan(50)
})

it('refuses what is too deep, also behind fragments', async () => {
  const nest = (depth: number): string => (depth === 0 ? 'id' : `endpoint { lastScan { ${nest(depth - 1)} } }`)
  const ask = (depth: number) => `query ($id: ID!) { node(id: $id) { ... on Scan { ${nest(depth)} } } }`
  expect(await codeOf(ask(2), { id: tenant })).toBeUndefined()
  expect(await codeOf(ask(8), { id: tenant })).toBe('DEPTH_LIMIT')
  const chain = Array.from(
    { length: 16 },
    (_, i) => `fragment F${i} on Scan { endpoint { lastScan { ...F${i + 1} } } }`,
  )
  const query = `query ($id: ID!) { node(id: $id) { ...F0 } } ${chain.join(' ')} fragment F16 on Scan { id }`
  expect(await codeOf(query, { id: tenant })).toBe('DEPTH_LIMIT')
})

it('refuses a fragment within itself without hanging', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ...A } } fragment A on Scan { endpoint { lastScan { ...A } } }'
  expect(await codeOf(query, { id: tenant })).toBe('GRAPHQL_VALIDATION_FAILED')
})

it('refuses many aliases, many tokens and much work', async () => {
  const aliases = Array.from({ length: 31 }, (_, i) => `a${i}: setup { completed }`).join(' ')
  expect(await codeOf(`{ ${aliases} }`)).toBe('ALIAS_LIMIT')
  expect(await codeOf(`{ ${'setup { completed } '.repeat(600)} }`)).toBe('GRAPHQL_PARSE_FAILED')
  const heavy = `{ viewer { tenants(first: 100) { edges { node { endpoints(first: 100) { edges { node { id host lastScan { id } } } } } } } } }`
  const answer = await owner.ask(heavy)
  expect(answer.errors?.[0]).toMatchObject({
    extensions: { code: 'COST_LIMIT' },
    message: expect.stringMatching(/smaller pages/),
  })
})

it('says with every answer what it cost', async () => {
  const { extensions } = await owner.ask('{ viewer { id name } }')
  expect(extensions).toMatchObject({
    cost: { requested: 3, limit: 20_000 },
    requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

it('lets one caller spend so much a minute, says so in headers, and leaves the others alone', async () => {
  const slow = await startApi({ ratePoints: 1_000 })
  try {
    const [a, b] = [await signIn(slow), await signIn(slow)]
    const query = '{ viewer { tenants(first: 50) { edges { node { id name slug } } } } }'
    const first = await a.post('/graphql', { query })
    expect(first.status).toBe(200)
    const left = Number(first.headers.get('ratelimit-remaining'))
    expect(left).toBeLessThan(1_000)
    expect(((await first.json()) as Answer).extensions.cost.remaining).toBe(left)
    let last = first
    for (let i = 0; i < 10 && last.status === 200; i++) last = await a.post('/graphql', { query })
    expect(last.status).toBe(429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(((await last.json()) as Answer).errors?.[0]?.extensions.code).toBe('RATE_LIMIT')
    expect((await b.post('/graphql', { query })).status).toBe(200)
  } finally {
    await slow.close()
  }
})

it('takes one operation a request, as JSON, and from no foreign form', async () => {
  const batch = await owner.post('/graphql', [{ query: '{ viewer { id } }' }, { query: '{ viewer { id } }' }])
  expect(batch.status).toBe(400)
  const form = await fetch(`${api.url}/graphql?query=${encodeURIComponent('{viewer{id}}')}`, {
    headers: { cookie: owner.cookie },
  })
  expect(form.status).toBe(400)
  const text = await owner.post('/graphql', '{"query":"{ viewer { id } }"}', { 'content-type': 'text/plain' })
  expect(text.status).toBeGreaterThanOrEqual(400)
  const get = await fetch(
    `${api.url}/graphql?query=${encodeURIComponent('mutation{tenantCreate(input:{name:"x"}){__typename}}')}`,
    {
      headers: { cookie: owner.cookie, 'apollo-require-preflight': '1' },
    },
  )
  expect(get.status).toBe(405)
})

it('refuses a body that is too large or no JSON at all', async () => {
  expect((await owner.post('/graphql', { query: `{ viewer { id } } #${'x'.repeat(300_000)}` })).status).toBe(413)
  expect((await owner.post('/graphql', '{"query":')).status).toBe(400)
  expect((await owner.post('/api/auth/sign-in/email', { email: 'x'.repeat(20_000), password })).status).toBe(413)
})

it('hides its own faults behind a request id', async () => {
  const { database } = api.app
  const { door } = database
  // A dead database, as far as this request can tell.
  Object.assign(database, { door: () => Promise.reject(new Error('password=hunter2 at 10.0.0.1')) })
  const early = await owner.ask('{ viewer { id } }')
  const { auth } = database
  Object.assign(database, {
    door,
    auth: {
      user: {
        findFirst: async () => {
          throw new Error('password=hunter2')
        },
      },
    },
  })
  const late = await api.nobody.ask('{ setup { completed } }')
  Object.assign(database, { auth })
  expect(JSON.stringify([early, late])).not.toMatch(/hunter2/)
  const requestId = expect.stringMatching(/^[0-9a-f-]{36}$/)
  expect(early.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', requestId })
  expect(late.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' })
  expect(late.extensions.requestId).toEqual(requestId)
})

it('sends security headers with everything', async () => {
  for (const path of ['/graphql', '/healthz', '/nowhere', '/api/auth/get-session']) {
    const headers = Object.fromEntries((await fetch(`${api.url}${path}`)).headers)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringMatching(/default-src 'none'/),
      'cache-control': 'no-store',
    })
    expect(headers).not.toHaveProperty('x-powered-by')
    expect(headers).not.toHaveProperty('access-control-allow-origin')
  }
})

it('gives its session to no script and to no other site', async () => {
  const response = await client(api.url).post('/api/auth/sign-in/email', { email: owner.email, password })
  const [cookie] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^sundown\.session_token=.+HttpOnly/)
  expect(cookie).toMatch(/SameSite=Lax/)
  const foreign = await owner.post('/api/auth/sign-out', {}, { origin: 'https://evil.example' })
  expect(foreign.status).toBe(403)
  expect((await owner.ask('{ viewer { email } }')).data.viewer).toEqual({ email: owner.email })
})

it('slows down who guesses passwords, and believes no address that the guesser names', async () => {
  const statuses: number[] = []
  for (let i = 0; i < 22; i++) {
    const headers = {
      'x-forwarded-for': `203.0.113.${i}`,
      'x-sundown-client-address': `203.0.113.${i}`,
      origin: portalUrl,
    }
    const body = { email: 'guess@example.com', password: `guess number ${i}` }
    statuses.push((await client(api.url).post('/api/auth/sign-in/email', body, headers)).status)
  }
  expect(statuses.at(-1)).toBe(429)
})

it('tells health and readiness', async () => {
  expect(await (await fetch(`${api.url}/healthz`)).json()).toEqual({ status: 'alive' })
  expect(await (await fetch(`${api.url}/readyz`)).json()).toEqual({
    status: 'ready',
    checks: { database: true, queue: true, events: true },
  })
})

it('lets a tenant ask for its share of scans an hour, and tells what the share is', async () => {
  const own = await startApi({ scansAnHour: 3 })
  const { tenant } = await createTenant(own.db.database)
  const owner = await signIn(own, [{ tenantId: tenant.id, role: 'OWNER' }])
  const endpointIds: string[] = []
  for (let i = 0; i < 4; i += 1)
    endpointIds.push(encodeKey('Endpoint', await createEndpoint(own.db.database, { tenantId: tenant.id })))
  const ask = (ids: string[]) => owner.change('scanRequest', { endpointIds: ids }, 'scans { id }')
  expect((await ask(endpointIds)).errors).toMatchObject([{ code: 'LIMIT', params: { max: 3 } }])
  expect((await ask(endpointIds.slice(0, 3))).scans).toHaveLength(3)
  expect((await ask(endpointIds.slice(3))).errors).toMatchObject([{ code: 'LIMIT' }])
  await own.close()
})

it('holds the keys of a tenant to a common share, and every key to its own', async () => {
  const own = await startApi({ ratePoints: 1_000 })
  const { tenant } = await createTenant(own.db.database)
  const boss = await signIn(own, [{ tenantId: tenant.id, role: 'OWNER' }])
  const keys: string[] = []
  for (let i = 0; i < 5; i += 1) {
    const input = { tenantId: tenantGid(tenant.id), name: `K${i}`, scopes: ['*.read'] }
    keys.push((await boss.change('apiKeyCreate', input, 'secret')).secret)
  }
  // A hundred rows of nine fields: about nine hundred points.
  const query = `query ($id: ID!) { node(id: $id) { ... on Tenant { endpoints(first: 100) { edges { node {
    host port label role origin serverName createdAt verdict score
  } } } } } }`
  const ask = (key: string) =>
    fetch(`${own.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body: JSON.stringify({ query, variables: { id: tenantGid(tenant.id) } }),
    })
  const answers: { status: number; limit: number; remaining: number }[] = []
  for (const key of keys) {
    const { status, headers } = await ask(key)
    const read = (name: string) => Number(headers.get(`ratelimit-${name}`))
    answers.push({ status, limit: read('limit'), remaining: read('remaining') })
  }
  // Each key has hardly spent anything of its own; the tenant's three thousand are gone.
  expect(answers[0]).toMatchObject({ status: 200, limit: 1_000 })
  expect(answers.filter(({ status }) => status === 200).length).toBeLessThan(5)
  expect(answers.at(-1)).toMatchObject({ status: 429, limit: 3_000, remaining: 0 })
  expect((await boss.ask('{ viewer { name } }')).data.viewer).not.toBeNull()
  await own.close()
})

it('believes the address that a trusted proxy names, and nobody else’s', async () => {
  const input = { tenantId: tenant, name: 'Elsewhere', scopes: ['*.read'], ipRanges: ['203.0.113.0/24'] }
  const { secret } = await owner.change('apiKeyCreate', input, 'secret')
  const ask = async (trustedProxies: string[], remoteAddress: string) => {
    const server = await createServer(api.app, { trustedProxies, ratePoints: 100_000 })
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      remoteAddress,
      headers: { authorization: `Bearer ${secret}`, 'x-forwarded-for': '203.0.113.7', 'x-real-ip': '203.0.113.7' },
      payload: { query: '{ viewer { name } }' },
    })
    await server.close()
    return response.statusCode
  }
  expect(await ask([], '10.0.0.1')).toBe(401)
  expect(await ask(['10.0.0.2/32'], '10.0.0.1')).toBe(401)
  expect(await ask(['10.0.0.0/24'], '10.0.0.1')).toBe(200)
  expect(await ask([], '203.0.113.9')).toBe(200)
})

it('asks browsers to come back by HTTPS alone where the portal is served so', async () => {
  const secure = { ...api.app, env: { ...api.app.env, SUNDOWN_PORTAL_URL: 'https://sundown.example' } }
  const server = await createServer(secure, { trustedProxies: [], ratePoints: 1_000 })
  const { headers } = await server.inject({ method: 'GET', url: '/healthz' })
  await server.close()
  expect(headers['strict-transport-security']).toMatch(/max-age=31536000/)
})

it('refuses a body of the sign-in and a file that nobody asked for', async () => {
  const large = await api.nobody.post('/api/auth/sign-in/email', {
    email: 'a@example.com',
    password: 'x'.repeat(20_000),
  })
  expect(large.status).toBe(413)
  const form = await fetch(`${api.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: portalUrl },
    body: 'email=a@example.com&password=x',
  })
  expect(form.status).toBe(415)
})
