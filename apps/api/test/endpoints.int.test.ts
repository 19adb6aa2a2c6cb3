import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import { type Api, type Person, signIn, startApi, tenantGid } from './harness.ts'

let api: Api
let owner: Person
let tenantId: string
let tenant: string

beforeAll(async () => {
  api = await startApi({ allow: ['10.20.0.0/16'] })
  const made = await createTenant(api.db.database)
  tenantId = made.tenant.id
  tenant = tenantGid(tenantId)
  owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
})

afterAll(() => api?.close())

const fields = 'endpoint { id host port address serverName starttls role label verdict }'
const create = (input: Record<string, unknown>) =>
  owner.change('endpointCreate', { tenantId: tenant, ...input }, fields)

describe('an address as people write it', () => {
  it.each([
    [
      { address: 'Mail.Example.com:25', starttls: 'SMTP' },
      { host: 'mail.example.com', port: 25, starttls: 'SMTP' },
    ],
    [{ address: 'https://portal.example.com/login?x=1' }, { host: 'portal.example.com', port: 443 }],
    [{ address: 'smtp://mx.example.com' }, { host: 'mx.example.com', port: 25, starttls: 'SMTP' }],
    [{ address: 'blåbær.dk' }, { host: 'xn--blbr-roah.dk', port: 443, address: 'blåbær.dk:443' }],
    [
      { address: '[2606:4700:4700::1111]:853' },
      { host: '2606:4700:4700::1111', address: '[2606:4700:4700::1111]:853' },
    ],
    [{ address: '8.8.8.8' }, { host: '8.8.8.8', port: 443 }],
    [{ address: '10.20.3.4:443' }, { host: '10.20.3.4' }],
    [{ address: ' spaced.example.com:8443 ' }, { host: 'spaced.example.com', port: 8443 }],
    [
      { address: 'imap.example.com', starttls: 'IMAP', role: 'INTERNAL', label: ' Post ' },
      { port: 143, role: 'INTERNAL', label: 'Post' },
    ],
    [{ address: 'sni.example.com', serverName: 'other.example.com' }, { serverName: 'other.example.com' }],
  ])('%j is taken for what it means', async (input, expected) => {
    expect((await create(input)).endpoint).toMatchObject({ role: 'INBOUND', verdict: null, ...expected })
  })

  it.each([
    [{ address: '' }, 'REQUIRED', 'address'],
    [{ address: '   ' }, 'REQUIRED', 'address'],
    [{ address: 'bad host.example.com' }, 'INVALID_HOST', 'address'],
    [{ address: 'http://' }, 'INVALID_HOST', 'address'],
    [{ address: 'example.com:99999' }, 'INVALID_PORT', 'address'],
    [{ address: 'example.com:' }, 'PORT_MISSING', 'address'],
    [{ address: 'x'.repeat(3000) }, 'TOO_LONG', 'address'],
    [{ address: 'example.net', serverName: 'not a name' }, 'INVALID_HOST', 'serverName'],
    [{ address: 'example.net', label: 'x'.repeat(101) }, 'TOO_LONG', 'label'],
    [{ address: '127.0.0.1:443' }, 'NOT_ALLOWED_ADDRESS', 'address'],
    [{ address: '192.168.1.1' }, 'NOT_ALLOWED_ADDRESS', 'address'],
    [{ address: '[::1]:443' }, 'NOT_ALLOWED_ADDRESS', 'address'],
    [{ address: '[::ffff:10.0.0.1]:443' }, 'NOT_ALLOWED_ADDRESS', 'address'],
    [{ address: '169.254.169.254:80' }, 'NOT_ALLOWED_ADDRESS', 'address'],
    [{ address: '0x7f000001' }, 'INVALID_HOST', 'address'],
  ])('%j is refused with %s on %s', async (input, code, field) => {
    const answer = await create(input)
    expect(answer.errors?.map((error: { code: string; path: string[] }) => [error.code, error.path])).toEqual([
      [code, [field]],
    ])
  })

  it('lets the practice lab`s ports of loopback through and no other', async () => {
    expect((await create({ address: '127.0.0.1:42441' })).endpoint.port).toBe(42441)
    expect((await create({ address: '127.0.0.1:42456' })).errors[0].message).toMatch(/SUNDOWN_PROBE_ALLOW/)
  })
})

describe('a duplicate', () => {
  it('is refused with the id of the one that is there, also when both come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => create({ address: 'twice.example.com:443' })))
    const made = answers.filter((answer) => answer.endpoint)
    expect(made).toHaveLength(1)
    for (const answer of answers.filter((one) => one.errors))
      expect(answer.errors[0]).toMatchObject({
        code: 'DUPLICATE',
        path: ['address'],
        params: { id: made[0].endpoint.id },
      })
  })

  it('is another endpoint where server name or dialect differ', async () => {
    expect((await create({ address: 'twice.example.com:443', serverName: 'a.example.com' })).endpoint).toBeTruthy()
    expect((await create({ address: 'twice.example.com:443', starttls: 'SMTP' })).endpoint).toBeTruthy()
    expect((await create({ address: 'https://TWICE.example.com.' })).errors[0].code).toBe('DUPLICATE')
  })
})

describe('change, delete, restore', () => {
  it('keeps what is left out, clears what is null, and drops the verdict with the address', async () => {
    const row = await createEndpoint(api.db.database, {
      tenantId,
      host: 'old.example.com',
      label: 'L',
      verdict: 'READY',
      score: 90,
    })
    const { encodeKey } = await import('../src/global-id.ts')
    const id = encodeKey('Endpoint', row)
    const update = async (input: object) => (await owner.change('endpointUpdate', { id, ...input }, fields)).endpoint
    expect(await update({ role: 'INTERNAL' })).toMatchObject({ label: 'L', verdict: 'READY', role: 'INTERNAL' })
    expect(await update({ label: null })).toMatchObject({ label: null, host: 'old.example.com', verdict: 'READY' })
    expect(await update({ address: 'new.example.com:8443' })).toMatchObject({
      host: 'new.example.com',
      port: 8443,
      verdict: null,
    })
    const refused = await owner.change('endpointUpdate', { id, address: 'twice.example.com:443' }, fields)
    expect(refused.errors[0].code).toBe('DUPLICATE')
  })

  it('hides a deleted endpoint from the list and brings it back unless its place is taken', async () => {
    const { endpoint } = await create({ address: 'gone.example.com' })
    const seen = async () => {
      const query =
        'query ($id: ID!) { node(id: $id) { ... on Tenant { endpoints(search: "gone.example") { totalCount } } } }'
      return (await owner.ask(query, { id: tenant })).data.node.endpoints.totalCount
    }
    const { id } = endpoint
    await owner.change('endpointDelete', { id }, fields)
    expect(await seen()).toBe(0)
    expect((await owner.change('endpointDelete', { id }, fields)).errors[0].code).toBe('NOT_FOUND')
    expect((await owner.change('endpointRestore', { id }, fields)).endpoint.id).toBe(id)
    expect(await seen()).toBe(1)
    await owner.change('endpointDelete', { id }, fields)
    const { endpoint: successor } = await create({ address: 'gone.example.com' })
    expect((await owner.change('endpointRestore', { id }, fields)).errors[0]).toMatchObject({
      code: 'DUPLICATE',
      params: { id: successor.id },
    })
  })
})

describe('the list', () => {
  let listed: string
  const scores = [null, 10, 50, 50, 90, null, 70]
  const verdicts = [null, 'NOT_READY', 'AT_RISK', 'READY', 'UNKNOWN', null, 'LEGACY_ENABLED'] as const

  beforeAll(async () => {
    const made = await createTenant(api.db.database)
    listed = tenantGid(made.tenant.id)
    for (const [i, score] of scores.entries())
      await createEndpoint(api.db.database, {
        tenantId: made.tenant.id,
        host: `h${(i * 3) % 7}.example.com`,
        label: i === 4 ? 'Printer Ærø' : null,
        serverName: i === 2 ? 'sni.example.net' : null,
        score,
        verdict: verdicts[i] ?? null,
      })
    await api.db.database.asTenants({ tenants: [made.tenant.id], user: null }, (tx) =>
      tx.member.create({ data: { tenantId: made.tenant.id, userId: owner.userId, role: 'VIEWER' } }),
    )
  })

  const page = async (args: string) => {
    const { data, errors } = await owner.ask(
      `query ($id: ID!) { node(id: $id) { ... on Tenant { endpoints(${args}) { totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { cursor node { host score verdict label } } } } } }`,
      { id: listed },
    )
    if (errors) throw new Error(errors[0]?.message)
    return data.node.endpoints
  }
  const walk = async (sort: string, field: 'host' | 'score' | 'verdict') => {
    const values: unknown[] = []
    for (let after = ''; ; ) {
      const { edges, pageInfo } = await page(`first: 2, ${sort}${after ? `, after: "${after}"` : ''}`)
      values.push(...edges.map((edge: { node: Record<string, unknown> }) => edge.node[field]))
      if (!pageInfo.hasNextPage) return values
      after = pageInfo.endCursor
    }
  }

  it('is walked in pages without a gap or a repeat, whatever it is sorted by', async () => {
    expect(await walk('sort: SCORE', 'score')).toEqual([10, 50, 50, 70, 90, null, null])
    expect(await walk('sort: SCORE, sortDirection: DESC', 'score')).toEqual([90, 70, 50, 50, 10, null, null])
    expect(await walk('sort: VERDICT', 'verdict')).toEqual([
      'READY',
      'LEGACY_ENABLED',
      'AT_RISK',
      'NOT_READY',
      'UNKNOWN',
      null,
      null,
    ])
    expect(await walk('sort: NAME', 'host')).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `h${i}.example.com`))
    expect(new Set(await walk('sort: CREATED, sortDirection: DESC', 'host')).size).toBe(7)
    expect(new Set(await walk('sort: LAST_SCAN', 'host')).size).toBe(7)
  })

  it('is walked backward as well', async () => {
    const last = await page('last: 3, sort: SCORE')
    expect(last.edges.map((edge: { node: { score: number } }) => edge.node.score)).toEqual([90, null, null])
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    const before = await page(`last: 3, before: "${last.pageInfo.startCursor}", sort: SCORE`)
    expect(before.edges.map((edge: { node: { score: number } }) => edge.node.score)).toEqual([50, 50, 70])
  })

  it('counts under the same filter that it lists', async () => {
    expect((await page('verdicts: [READY, AT_RISK]')).totalCount).toBe(2)
    expect((await page('search: "printer ær"')).edges[0].node.label).toBe('Printer Ærø')
    expect((await page('search: "H3.EXAMPLE"')).totalCount).toBe(1)
    expect(
      (await page('search: "SNI.example"')).edges.map((edge: { node: { host: string } }) => edge.node.host),
    ).toEqual(['h6.example.com'])
    expect((await page('search: "100%_"')).totalCount).toBe(0)
  })

  it('refuses a page out of range and a foreign cursor', async () => {
    await expect(page('first: 101')).rejects.toThrow('1 to 100')
    await expect(page('first: 1, after: "nonsense"')).rejects.toThrow('cursor')
  })
})

describe('tags and groups', () => {
  it('narrow the list and its count, and are kept apart by tenant', async () => {
    const ids: string[] = []
    for (const host of ['g1', 'g2', 'g3']) ids.push((await create({ address: `${host}.example.com` })).endpoint.id)
    const tag = (input: object) => owner.change('endpointTag', input as Record<string, unknown>, 'endpoints { tags }')
    expect((await tag({ endpointIds: ids.slice(0, 2), add: ['DMZ', 'mail'] })).endpoints[0].tags).toEqual([
      'dmz',
      'mail',
    ])
    expect((await tag({ endpointIds: [ids[1]], remove: ['mail'], add: ['mail', 'old'] })).endpoints[0].tags).toEqual([
      'dmz',
      'old',
    ])
    expect((await tag({ endpointIds: ids, add: ['a,b'] })).errors[0]).toMatchObject({
      code: 'INVALID',
      path: ['add', '0'],
    })
    const save = (input: object) =>
      owner.change('endpointGroupSave', { tenantId: tenant, ...input }, 'group { id name size }')
    const { group } = await save({ name: 'North', endpointIds: ids.slice(1) })
    expect(group).toMatchObject({ name: 'North', size: 2 })
    expect((await save({ name: 'North' })).errors[0].code).toBe('DUPLICATE')
    expect((await save({ id: group.id, name: 'South' })).group).toMatchObject({ id: group.id, name: 'South', size: 2 })
    const fill = (input: object) => owner.change('endpointGroupFill', { id: group.id, ...input }, 'group { size }')
    expect((await fill({ remove: [ids[0]] })).group.size).toBe(2)
    await Promise.all([fill({ add: [ids[0]] }), fill({ remove: [ids[1]] })])
    expect((await fill({ add: [ids[0], ids[2]] })).group.size).toBe(2)
    expect((await fill({ add: [ids[1], ids[0]], remove: [ids[0]] })).group.size).toBe(2)
    const foreign = encodeKey('Endpoint', await createEndpoint(api.db.database))
    for (const list of ['add', 'remove'])
      expect((await fill({ [list]: [ids[0], foreign] })).errors[0]).toMatchObject({
        code: 'NOT_FOUND',
        path: [list, '1'],
      })
    const ruled = await save({ name: 'Ruled', rule: { conditions: [{ ports: [8443] }] } })
    expect((await fill({ id: ruled.group.id, add: [ids[0]] })).errors[0]).toMatchObject({
      code: 'INVALID',
      path: ['id'],
    })
    const count = async (args: string) => {
      const query = `query ($id: ID!) { node(id: $id) { ... on Tenant { endpoints(${args}) { totalCount edges { node { host groups { name } } } } tags { tag count } } } }`
      return (await owner.ask(query, { id: tenant })).data.node
    }
    expect((await count('tags: ["dmz"]')).endpoints.totalCount).toBe(2)
    expect((await count('tags: ["dmz", "old"]')).endpoints.edges).toEqual([
      { node: { host: 'g2.example.com', groups: [{ name: 'South' }] } },
    ])
    expect((await count(`groupId: "${group.id}"`)).endpoints.totalCount).toBe(2)
    expect((await count('first: 1')).tags).toContainEqual({ tag: 'dmz', count: 2 })
    expect((await owner.change('endpointGroupDelete', { id: group.id }, 'id')).id).toBe(group.id)
  })
})
