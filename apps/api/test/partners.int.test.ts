import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import { type Api, client, type Person, password, signIn, startApi, tenantGid } from './harness.ts'

let api: Api
let partnerId: string
let customerId: string
let boss: Person
let technician: Person
let customer: Person
let endpoint: string
let delegation: string
let group: string

beforeAll(async () => {
  api = await startApi()
  const { database } = api.db
  partnerId = (await createTenant(database, { kind: 'PARTNER' })).tenant.id
  customerId = (await createTenant(database)).tenant.id
  boss = await signIn(api, [{ tenantId: partnerId, role: 'OWNER' }])
  technician = await signIn(api, [{ tenantId: partnerId, role: 'VIEWER' }])
  customer = await signIn(api, [{ tenantId: customerId, role: 'OWNER' }])
  endpoint = encodeKey('Endpoint', await createEndpoint(database, { tenantId: customerId, host: 'theirs.example.com' }))
})

afterAll(() => api?.close())

const look = async (person: Person) =>
  (
    await person.ask(
      'query Look($id: ID!) { node(id: $id) { ... on Endpoint { host tenant { viewerRole viewerPermissions } } } }',
      { id: endpoint },
    )
  ).data.node
const label = (person: Person, text: string) =>
  person.change('endpointUpdate', { id: endpoint, label: text }, 'endpoint { label }')

it('lets nobody in by asking', async () => {
  const request = {
    partnerId: tenantGid(partnerId),
    customerId: tenantGid(customerId),
    customerName: 'Theirs',
    role: 'OPERATOR',
    days: 60,
  }
  expect((await technician.change('delegationRequest', request, '__typename')).errors[0].code).toBe('FORBIDDEN')
  expect((await boss.change('delegationRequest', { ...request, days: 731 }, '__typename')).errors[0]).toMatchObject({
    code: 'INVALID',
    path: ['days'],
  })
  expect(
    (await boss.change('delegationRequest', { ...request, customerId: tenantGid(crypto.randomUUID()) }, '__typename'))
      .errors[0],
  ).toMatchObject({
    code: 'NOT_FOUND',
    path: ['customerId'],
  })
  const made = await boss.change('delegationRequest', request, 'delegation { id status }')
  expect(made.delegation.status).toBe('REQUESTED')
  delegation = made.delegation.id
  expect((await boss.change('delegationRequest', request, '__typename')).errors[0].code).toBe('DUPLICATE')
  expect((await boss.change('delegationApprove', { id: delegation }, '__typename')).errors[0].code).toBe('NOT_FOUND')
  expect(await look(boss)).toBeNull()
})

it('lets technicians in once the customer has approved and the partner has assigned them, with the least of all roles', async () => {
  const seen = (
    await customer.ask('query ($id: ID!) { node(id: $id) { ... on Tenant { partners { id status role days } } } }', {
      id: tenantGid(customerId),
    })
  ).data
  expect(seen.node.partners).toEqual([{ id: delegation, status: 'REQUESTED', role: 'OPERATOR', days: 60 }])
  const approved = await customer.change(
    'delegationApprove',
    { id: delegation, days: 30, role: 'ADMIN' },
    'delegation { status role days }',
  )
  expect(approved.delegation).toEqual({ status: 'ACTIVE', role: 'OPERATOR', days: 30 })
  expect(await look(technician)).toBeNull()

  const members = (
    await boss.ask('query ($id: ID!) { node(id: $id) { ... on Tenant { members { id email } } } }', {
      id: tenantGid(partnerId),
    })
  ).data.node.members
  const { id: memberId } = members.find((member: { email: string }) => member.email === technician.email)
  const saved = await boss.change(
    'technicianGroupSave',
    { tenantId: tenantGid(partnerId), name: 'North', memberIds: [memberId] },
    'group { id }',
  )
  group = saved.group.id
  const assign = (role: string | null) =>
    boss.change(
      'technicianGroupAssign',
      { groupId: group, delegationId: delegation, role },
      'group { assignments { role } }',
    )
  expect((await assign('VIEWER')).group.assignments).toEqual([{ role: 'VIEWER' }])
  expect(await look(technician)).toMatchObject({ host: 'theirs.example.com', tenant: { viewerRole: 'VIEWER' } })
  expect((await label(technician, 'x')).errors[0].code).toBe('FORBIDDEN')
  expect((await assign('OWNER')).group.assignments).toEqual([{ role: 'OPERATOR' }])
  expect((await label(technician, 'by the partner')).endpoint.label).toBe('by the partner')
  expect(await look(boss)).toBeNull()
  const { tenants } = (await technician.ask('{ viewer { tenants { totalCount edges { role node { name } } } } }')).data
    .viewer
  expect(tenants.totalCount).toBe(2)
})

it('shows the customer who looked at what and who changed what, on whose behalf', async () => {
  const { auditEntries } = (
    await customer.ask(
      'query ($id: ID!) { node(id: $id) { ... on Tenant { auditEntries { edges { node { action actorName partnerId } } } } } }',
      { id: tenantGid(customerId) },
    )
  ).data.node
  const entries = auditEntries.edges.map((edge: { node: object }) => edge.node)
  const actorName = expect.stringContaining(technician.email)
  expect(entries).toContainEqual({ action: 'read Look', actorName, partnerId })
  expect(entries).toContainEqual({ action: 'endpointUpdate', actorName, partnerId })
  expect(
    entries
      .filter((entry: { partnerId: string | null }) => entry.partnerId === null)
      .map((entry: { action: string }) => entry.action)
      .filter((action: string) => action !== 'signIn'),
  ).toEqual(['delegationApprove'])
})

it('tells on whose behalf somebody is in a tenant', async () => {
  const behalf = async (person: Person) =>
    (
      await person.ask('query Look($id: ID!) { node(id: $id) { ... on Tenant { viewerPartner { id } } } }', {
        id: tenantGid(customerId),
      })
    ).data.node
  expect(await behalf(technician)).toEqual({ viewerPartner: { id: tenantGid(partnerId) } })
  expect(await behalf(customer)).toEqual({ viewerPartner: null })
  expect(await behalf(boss)).toBeNull()
})

it('finds in the audit log what one partner looked at or changed, and whose name it was', async () => {
  const find = async (args: string) =>
    (
      await customer.ask(
        `query ($id: ID!) { node(id: $id) { ... on Tenant { auditEntries(${args}) { totalCount edges { node { action partnerName } } } } } }`,
        { id: tenantGid(customerId) },
      )
    ).data.node.auditEntries
  const actions = async (args: string) => {
    const { totalCount, edges } = await find(args)
    expect(totalCount).toBe(edges.length)
    return new Set(edges.map((edge: { node: { action: string } }) => edge.node.action))
  }
  expect(await actions(`partnerId: "${tenantGid(partnerId)}", looks: true`)).toEqual(new Set(['read Look']))
  expect(await actions(`partnerId: "${tenantGid(partnerId)}", looks: false`)).toEqual(new Set(['endpointUpdate']))
  expect(await actions(`search: "${technician.email.toUpperCase()} endpoint"`)).toEqual(new Set(['endpointUpdate']))
  expect(await actions('search: "%"')).toEqual(new Set())
  const [newest] = (await find('looks: true, first: 1').then(({ edges }) => edges)) as {
    node: { partnerName: string }
  }[]
  const { name } = await api.db.database.asTenants({ tenants: [partnerId], user: null }, (tx) =>
    tx.tenant.findUniqueOrThrow({ where: { id: partnerId } }),
  )
  expect(newest?.node.partnerName).toBe(name)
})

it('gives a partner no way to give access on', async () => {
  const input = { tenantId: tenantGid(customerId), email: 'friend@example.com', role: 'VIEWER' }
  expect((await technician.change('memberInvite', input, '__typename')).errors[0].code).toBe('FORBIDDEN')
  expect(
    (
      await technician.change(
        'apiKeyCreate',
        { tenantId: tenantGid(customerId), name: 'k', scopes: ['*'] },
        '__typename',
      )
    ).errors[0].code,
  ).toBe('FORBIDDEN')
})

it('ends at once by either side, and by its date', async () => {
  const inCustomer = <T>(work: Parameters<typeof api.db.database.asTenants<T>>[1]) =>
    api.db.database.asTenants({ tenants: [customerId], user: null }, work)
  await inCustomer((tx) => tx.delegation.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } }))
  expect(await look(technician)).toBeNull()
  await inCustomer((tx) => tx.delegation.updateMany({ data: { expiresAt: new Date(Date.now() + 86_400_000) } }))
  expect(await look(technician)).not.toBeNull()
  expect((await technician.change('delegationEnd', { id: delegation }, '__typename')).errors[0].code).toBe('FORBIDDEN')
  expect((await customer.change('delegationEnd', { id: delegation }, 'delegation { status }')).delegation.status).toBe(
    'ENDED',
  )
  expect(await look(technician)).toBeNull()
  expect((await label(technician, 'late')).errors[0].code).toBe('NOT_FOUND')
})

it('invites people by a link that works once, and opens no account that is there already', async () => {
  const invite = async (email: string, role = 'OPERATOR') =>
    customer.change('memberInvite', { tenantId: tenantGid(customerId), email, role }, 'link invitation { email role }')
  const { link } = await invite('New.Person@example.com')
  const token = link.split('/').at(-1)
  const guest = client(api.url)
  const accept = (given: object) =>
    guest.change('invitationAccept', { token, ...given }, 'viewer { email } tenant { viewerRole }')
  expect((await accept({})).errors[0]).toMatchObject({ code: 'REQUIRED', path: ['name'] })
  expect((await accept({ name: 'New', password: 'short' })).errors[0]).toMatchObject({ code: 'WEAK_PASSWORD' })
  expect(await accept({ name: 'New', password })).toMatchObject({
    viewer: { email: 'new.person@example.com' },
    tenant: { viewerRole: 'OPERATOR' },
  })
  expect((await guest.ask('{ viewer { name } }')).data.viewer).toEqual({ name: 'New' })
  const second = client(api.url)
  expect((await second.change('invitationAccept', { token, name: 'X', password }, '__typename')).errors[0].code).toBe(
    'NOT_FOUND',
  )

  const taken = (await invite(technician.email, 'VIEWER')).link.split('/').at(-1)
  expect(
    (await second.change('invitationAccept', { token: taken, name: 'X', password }, '__typename')).errors[0].code,
  ).toBe('SIGN_IN_FIRST')
  expect((await technician.change('invitationAccept', { token: taken }, 'tenant { viewerRole }')).tenant).toEqual({
    viewerRole: 'VIEWER',
  })
  expect((await invite(technician.email)).errors[0].code).toBe('DUPLICATE')
})

it('keeps an owner in every tenant', async () => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { id email role } } } }'
  const { members } = (await customer.ask(query, { id: tenantGid(customerId) })).data.node
  const owners = members.filter((member: { role: string }) => member.role === 'OWNER')
  const results = await Promise.all(
    owners.map((owner: { id: string }) => customer.change('memberRemove', { id: owner.id }, 'member { email }')),
  )
  expect(results.some((result) => result.errors)).toBe(true)
})

it('admits a key within its scopes, its addresses and its time, and nothing else', async () => {
  const make = (given: object) =>
    customer.change(
      'apiKeyCreate',
      { tenantId: tenantGid(customerId), name: 'CI', scopes: ['tenant.read'], ...given },
      'secret apiKey { id prefix expiresAt makerName }',
    )
  const asKey = async (secret: string, query: string, variables: object = {}) => {
    const response = await api.nobody.post(
      '/graphql',
      { query, variables },
      { authorization: `Bearer ${secret}`, cookie: '' },
    )
    return {
      status: response.status,
      ...((await response.json()) as { data: never; errors?: { extensions: { code: string } }[] }),
    }
  }
  const read = 'query ($id: ID!) { node(id: $id) { ... on Endpoint { host } } }'
  const fresh = await inCustomer((tx) => tx.member.findFirst({ where: { role: 'OWNER' } }))
  if (!fresh) throw new Error('the customer has no owner left')
  const { secret, apiKey } = await make({})
  expect(secret.startsWith(apiKey.prefix)).toBe(true)
  const { name } = (await customer.ask('{ viewer { name } }')).data.viewer
  expect(apiKey.makerName).toBe(name)
  expect((await asKey(secret, read, { id: endpoint })).data).toEqual({ node: { host: 'theirs.example.com' } })
  const write = `mutation ($id: ID!) { endpointUpdate(input: { id: $id, label: "k" }) { __typename ... on UserErrors { errors { code } } } }`
  expect((await asKey(secret, write, { id: endpoint })).data).toMatchObject({
    endpointUpdate: { errors: [{ code: 'FORBIDDEN' }] },
  })
  const wide = await make({ scopes: ['*'] })
  expect((await asKey(wide.secret, write, { id: endpoint })).data).toEqual({
    endpointUpdate: { __typename: 'EndpointUpdatePayload' },
  })
  const grow = `mutation ($id: ID!) { apiKeyCreate(input: { tenantId: $id, name: "k", scopes: ["*"] }) { ... on UserErrors { errors { code } } } }`
  expect((await asKey(wide.secret, grow, { id: tenantGid(customerId) })).data).toMatchObject({
    apiKeyCreate: { errors: [{ code: 'FORBIDDEN' }] },
  })
  expect(
    (
      await asKey(
        wide.secret,
        'mutation { tenantCreate(input: { name: "x" }) { ... on UserErrors { errors { code } } } }',
      )
    ).data,
  ).toMatchObject({
    tenantCreate: { errors: [{ code: 'FORBIDDEN' }] },
  })

  const elsewhere = await make({ ipRanges: ['192.0.2.0/24'] })
  const here = await make({ ipRanges: ['192.0.2.0/24', '127.0.0.0/8'] })
  expect((await asKey(elsewhere.secret, '{ viewer { id } }')).status).toBe(401)
  expect((await asKey(here.secret, '{ viewer { name } }')).data).toEqual({ viewer: { name: 'CI' } })
  expect((await make({ ipRanges: ['192.0.2.0/40'] })).errors[0]).toMatchObject({
    code: 'INVALID',
    path: ['ipRanges', '0'],
  })

  const rotated = await customer.change('apiKeyRotate', { id: apiKey.id }, 'secret apiKey { id }')
  expect((await asKey(secret, '{ viewer { id } }')).status).toBe(200)
  expect((await asKey(rotated.secret, '{ viewer { id } }')).status).toBe(200)
  await customer.change('apiKeyRevoke', { id: apiKey.id }, '__typename')
  const refused = await asKey(secret, '{ viewer { id } }')
  expect([refused.status, refused.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  for (const wrong of [`${secret}x`, secret.replace(/.$/, '_'), 'sundown.x.y', 'nonsense'])
    expect((await asKey(wrong, '{ viewer { id } }')).status).toBe(401)
  await inCustomer((tx) => tx.apiKey.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } }))
  expect((await asKey(rotated.secret, '{ viewer { id } }')).status).toBe(401)
})

const inCustomer = <T>(work: Parameters<typeof api.db.database.asTenants<T>>[1]) =>
  api.db.database.asTenants({ tenants: [customerId], user: null }, work)
