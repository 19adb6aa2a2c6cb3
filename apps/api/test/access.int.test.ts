import { createScanResult, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles } from '../src/access/roles.ts'
import { encodeKey } from '../src/global-id.ts'
import { schema } from '../src/graphql/schema.ts'
import { type Api, type Client, signIn, startApi, tenantGid } from './harness.ts'
import { ownRoot } from './mutation-cases.ts'

let api: Api
let tenantId: string
let stranger: Client
const people = {} as Record<Role, Client>

beforeAll(async () => {
  api = await startApi()
  const { database } = api.db
  const { tenant } = await createTenant(database, { kind: 'PARTNER' })
  tenantId = tenant.id
  for (const role of roles) people[role] = await signIn(api, [{ tenantId, role }])
  const { tenant: other } = await createTenant(database)
  stranger = await signIn(api, [{ tenantId: other.id, role: 'OWNER' }])
})

afterAll(() => api?.close())

it('wants a login for a tenant of one`s own', async () => {
  await expect(api.nobody.change('tenantCreate', { name: 'Mine' }, '__typename')).rejects.toMatchObject({
    code: 'UNAUTHENTICATED',
  })
  const { tenant } = await stranger.change(
    'tenantCreate',
    { name: 'Mine' },
    'tenant { slug viewerRole viewerPermissions endpoints { totalCount } }',
  )
  expect(tenant).toMatchObject({ slug: 'mine', viewerRole: 'OWNER', endpoints: { totalCount: 0 } })
  const second = await people.VIEWER.change('tenantCreate', { name: 'Mine' }, 'tenant { slug }')
  expect(second.tenant.slug).toMatch(/^mine-[0-9a-f]{6}$/)
})

describe('node', () => {
  it('answers null for everything of another tenant, and the thing itself to its own people', async () => {
    const { database } = api.db
    const result = await createScanResult(database, { tenantId })
    const ids = [
      tenantGid(tenantId),
      encodeKey('Endpoint', { tenantId, id: result.endpointId }),
      encodeKey('Scan', { tenantId, id: result.scanId }),
      encodeKey('ScanResult', result),
    ]
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'
    expect((await stranger.ask(query, { ids })).data.nodes).toEqual([null, null, null, null])
    expect((await api.nobody.ask(query, { ids })).data.nodes).toEqual([null, null, null, null])
    expect((await people.VIEWER.ask(query, { ids })).data.nodes.map((node: { id: string }) => node.id)).toEqual(ids)
    const one = 'query ($id: ID!) { node(id: $id) { id } }'
    for (const id of ids) expect((await stranger.ask(one, { id })).data.node).toBeNull()
  })

  it('answers null for what is no id', async () => {
    const ids = ['', 'x', 'Endpoint_', 'Endpoint_AAAA', `Nonsense_${'A'.repeat(22)}`, '../../etc/passwd']
    const answer = await stranger.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(answer.data.nodes).toEqual(ids.map(() => null))
  })

  it('reaches every type that implements Node', () => {
    const node = schema.getType('Node')
    const names = schema.getPossibleTypes(node as never).map((type) => type.name)
    expect(names.sort()).toEqual(['Endpoint', 'Scan', 'ScanResult', 'Tenant'])
  })
})

it('takes one authority as a root and nothing else', async () => {
  const pem = await ownRoot()
  const add = async (text: string) =>
    people.ADMIN.change(
      'trustAnchorAdd',
      { tenantId: tenantGid(tenantId), name: 'R', pem: text },
      'trustAnchor { id sha256 }',
    )
  const { trustAnchor } = await add(pem)
  expect(trustAnchor.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect((await add(pem)).errors[0]).toMatchObject({ code: 'DUPLICATE', params: { id: trustAnchor.id } })
  for (const wrong of [
    '',
    'x',
    `${pem}${pem}`,
    `${pem}\n-----BEGIN PRIVATE KEY-----`,
    pem.replace(/[A-Z]{8}/, 'AAAAAAAA'),
  ])
    expect((await add(wrong)).errors[0]).toMatchObject({ path: ['pem'] })
})

it('shows the audit log to those who may read it, with who did what, and proves its chain', async () => {
  const query = `query ($id: ID!) { node(id: $id) { ... on Tenant {
    auditEntries(first: 100) { totalCount edges { node { number action actorName subjectKind after requestId address } } }
    auditProof { entries brokenAt }
  } } }`
  await people.OWNER.change(
    'endpointCreate',
    { tenantId: tenantGid(tenantId), address: 'logged.example.com' },
    '__typename',
  )
  const { auditEntries, auditProof } = (await people.OWNER.ask(query, { id: tenantGid(tenantId) })).data.node
  expect(auditEntries.edges[0].node).toMatchObject({
    number: auditEntries.totalCount,
    action: 'endpointCreate',
    actorName: expect.stringMatching(/^A person <user-.+@example.com>$/),
    subjectKind: 'Endpoint',
    after: { host: 'logged.example.com', port: 443 },
    address: '127.0.0.1',
    requestId: expect.stringMatching(/-/),
  })
  expect(auditProof).toEqual({ entries: auditEntries.totalCount, brokenAt: null })
  const refused = await people.OPERATOR.ask(query, { id: tenantGid(tenantId) })
  expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN')
})

it('hides a tenant by its slug as well', async () => {
  const { slug } = await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.tenant.findUniqueOrThrow({ where: { id: tenantId } }),
  )
  const query = 'query ($slug: String!) { tenant(slug: $slug) { id } }'
  expect((await stranger.ask(query, { slug })).data.tenant).toBeNull()
  expect((await people.VIEWER.ask(query, { slug })).data.tenant).toEqual({ id: tenantGid(tenantId) })
})

it('ends every reach with the membership', async () => {
  const leaver = await signIn(api, [{ tenantId, role: 'ADMIN' }])
  const query = 'query ($id: ID!) { node(id: $id) { id } }'
  expect((await leaver.ask(query, { id: tenantGid(tenantId) })).data.node).not.toBeNull()
  await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.member.deleteMany({ where: { userId: leaver.userId } }),
  )
  expect((await leaver.ask(query, { id: tenantGid(tenantId) })).data.node).toBeNull()
})
