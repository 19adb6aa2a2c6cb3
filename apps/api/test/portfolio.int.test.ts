import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import { tendDelegations } from '../src/modules/delegation/index.ts'
import { type Api, client, type Person, password, signIn, startApi, tenantGid } from './harness.ts'
import { statementsOf } from './statements-of.ts'

let api: Api
let partnerId: string
let boss: Person
let technician: Person
let team: string
const customers: { id: string; owner: Person; delegation: string }[] = []

const day = 86_400_000

beforeAll(async () => {
  api = await startApi()
  partnerId = (await createTenant(api.db.database, { kind: 'PARTNER', name: 'Fabrikam' })).tenant.id
  boss = await signIn(api, [{ tenantId: partnerId, role: 'OWNER' }])
  technician = await signIn(api, [{ tenantId: partnerId, role: 'VIEWER' }])
  team = await saveTeam('Team', [technician])
  for (let i = 0; i < 4; i++) {
    const { tenant } = await createTenant(api.db.database, { name: `Customer ${i}` })
    const owner = await signIn(api, [{ tenantId: tenant.id, role: 'OWNER' }])
    for (let j = 0; j <= i; j++)
      await createEndpoint(api.db.database, {
        tenantId: tenant.id,
        host: `h${j}.customer${i}.example.com`,
        score: j === 0 ? null : 10 * j,
        verdict: j === 0 ? null : j % 2 ? 'READY' : 'NOT_READY',
      })
    customers.push({ id: tenant.id, owner, delegation: await letIn(tenant.id, owner) })
  }
})

afterAll(() => api?.close())

async function saveTeam(name: string, people: readonly Person[]): Promise<string> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { id email } } } }'
  const { members } = (await boss.ask(query, { id: tenantGid(partnerId) })).data.node
  const memberIds = people.map(
    (person) => members.find((member: { email: string }) => member.email === person.email).id,
  )
  const input = { tenantId: tenantGid(partnerId), name, memberIds }
  return (await boss.change('technicianGroupSave', input, 'group { id }')).group.id
}

async function letIn(customerId: string, owner: Person, more: object = {}): Promise<string> {
  const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(customerId), customerName: 'C' }
  const asked = await boss.change(
    'delegationRequest',
    { ...request, role: 'OPERATOR', days: 100, ...more },
    'delegation { id }',
  )
  await owner.change('delegationApprove', { id: asked.delegation.id, ...more }, '__typename')
  return asked.delegation.id
}

const assign = (delegationId: string, role: string | null, scope: object | null = null, groupId = team) =>
  boss.change('technicianGroupAssign', { groupId, delegationId, role, scope }, '__typename')

const wholePortfolio = `query Portfolio($id: ID!) { node(id: $id) { ... on Tenant { portfolio {
  endpointCount unscanned averageScore verdicts { verdict count }
  customers(first: 10) { totalCount edges { node { name overview { endpoints } endpoints(first: 10) { totalCount edges { node { host } } } } } }
  endpoints(first: 50) { totalCount edges { node { host tenant { name } } } }
  ready: endpoints(first: 1, verdicts: [READY]) { totalCount }
  deadlines { customers endpoints deadline { id } }
} } } }`

interface Inner {
  readonly overview: { readonly endpoints: number }
  readonly endpoints: { readonly totalCount: number }
}

async function portfolioOf(person: Pick<Person, 'ask'>) {
  const { data, errors } = await person.ask(wholePortfolio, { id: tenantGid(partnerId) })
  if (errors) throw new Error(JSON.stringify(errors))
  const { portfolio } = data.node
  const nodes = <T>(list: { edges: { node: T }[] }) => list.edges.map((edge) => edge.node)
  return {
    ...portfolio,
    names: nodes<{ name: string }>(portfolio.customers).map((row) => row.name),
    inner: nodes<Inner>(portfolio.customers),
    hosts: nodes<{ host: string }>(portfolio.endpoints).map((row) => row.host),
  }
}

/** That every list and total of the portfolio speaks of the same endpoints. */
function expectSums(portfolio: Awaited<ReturnType<typeof portfolioOf>>, total: number) {
  const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0)
  expect({
    count: portfolio.endpointCount,
    listed: portfolio.endpoints.totalCount,
    hosts: portfolio.hosts.length,
    byVerdict: sum(portfolio.verdicts.map((row: { count: number }) => row.count)) + portfolio.unscanned,
    byCustomer: sum(portfolio.inner.map((row: Inner) => row.overview.endpoints)),
    byList: sum(portfolio.inner.map((row: Inner) => row.endpoints.totalCount)),
    customers: portfolio.customers.totalCount,
  }).toEqual({
    count: total,
    listed: total,
    hosts: total,
    byVerdict: total,
    byCustomer: total,
    byList: total,
    customers: portfolio.names.length,
  })
  const most = Math.max(0, ...portfolio.deadlines.map((row: { endpoints: number }) => row.endpoints))
  expect(most).toBeLessThanOrEqual(total)
}

describe('a portfolio', () => {
  it('is empty before anything is assigned, and for who belongs to no team', async () => {
    expectSums(await portfolioOf(technician), 0)
    for (const { delegation } of customers.slice(0, 3)) await assign(delegation, 'VIEWER')
    expectSums(await portfolioOf(boss), 0)
  })

  it('spans exactly the customers granted and assigned, in every list and total', async () => {
    const portfolio = await portfolioOf(technician)
    expect(portfolio.names).toEqual(['Customer 0', 'Customer 1', 'Customer 2'])
    expectSums(portfolio, 6)
    expect(portfolio).toMatchObject({ unscanned: 3, averageScore: 13, ready: { totalCount: 2 } })
    expect(portfolio.deadlines.length).toBeGreaterThan(0)
    expect(portfolio.deadlines[0]).toMatchObject({ customers: 3, endpoints: 6 })
  })

  it('follows a scope, the end of a delegation and its date at once', async () => {
    const [, second, third] = customers
    if (!second || !third) throw new Error('no customers')
    const only = encodeKey(
      'Endpoint',
      await createEndpoint(api.db.database, { tenantId: third.id, host: 'only.example.com' }),
    )
    expectSums(await portfolioOf(technician), 7)
    await third.owner.change(
      'delegationNarrow',
      { id: third.delegation, scope: { include: { endpointIds: [only] } } },
      '__typename',
    )
    const narrowed = await portfolioOf(technician)
    expectSums(narrowed, 4)
    expect(narrowed.hosts).toContain('only.example.com')
    await second.owner.change('delegationEnd', { id: second.delegation }, '__typename')
    const left = await portfolioOf(technician)
    expect(left.names).toEqual(['Customer 0', 'Customer 2'])
    expectSums(left, 2)
    await inCustomer(third.id, (tx) => tx.delegation.updateMany({ data: { expiresAt: new Date(Date.now() - 1_000) } }))
    expectSums(await portfolioOf(technician), 1)
    await inCustomer(third.id, (tx) => tx.delegation.updateMany({ data: { expiresAt: new Date(Date.now() + day) } }))
  })

  it('reads many customers with their endpoints in three statements', async () => {
    const query = `query ($id: ID!) { node(id: $id) { ... on Tenant { portfolio { customers(first: 10) { edges { node {
      name endpoints(first: 10) { edges { node { host verdict } } } } } } } } } }`
    const asked = await statementsOf(() => technician.ask(query, { id: tenantGid(partnerId) }))
    expect(asked.result.errors).toBeUndefined()
    // Beside who asks, and what each customer's audit log is told of it.
    const reads = asked.statements.filter((text) => !/^(BEGIN|COMMIT)|"Session"|"AuditEntry"/.test(text))
    expect(reads).toHaveLength(3)
  })

  it('tells each customer who looked, and at what', async () => {
    const [first] = customers
    if (!first) throw new Error('no customers')
    const hosts = 'query ($id: ID!) { node(id: $id) { ... on Tenant { endpoints { edges { node { id } } } } } }'
    const { data } = await first.owner.ask(hosts, { id: tenantGid(first.id) })
    const { id } = data.node.endpoints.edges[0].node
    await technician.ask('query OneEndpoint($id: ID!) { node(id: $id) { ... on Endpoint { host } } }', { id })
    const log = `query ($id: ID!) { node(id: $id) { ... on Tenant { auditEntries(first: 100) { edges { node {
      action actorName partnerId subjectKind subjectId } } } } } }`
    const { auditEntries } = (await first.owner.ask(log, { id: tenantGid(first.id) })).data.node
    const entries = auditEntries.edges.map((edge: { node: object }) => edge.node)
    const actorName = expect.stringContaining(technician.email)
    expect(entries).toContainEqual(expect.objectContaining({ action: 'read Portfolio', actorName, partnerId }))
    expect(entries).toContainEqual({
      action: 'read OneEndpoint',
      actorName,
      partnerId,
      subjectKind: 'Endpoint',
      subjectId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
  })

  it('belongs to partners, and to nobody from elsewhere', async () => {
    const [first] = customers
    if (!first) throw new Error('no customers')
    const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { portfolio { endpointCount } } } }'
    expect((await first.owner.ask(query, { id: tenantGid(first.id) })).data.node.portfolio).toBeNull()
    expect((await first.owner.ask(query, { id: tenantGid(partnerId) })).data.node).toBeNull()
    expect((await api.nobody.ask(query, { id: tenantGid(partnerId) })).data.node).toBeNull()
  })
})

const inCustomer = <T>(id: string, work: Parameters<typeof api.db.database.asTenants<T>>[1]) =>
  api.db.database.asTenants({ tenants: [id], user: null }, work)

describe('a customer that a partner creates', () => {
  let made: { id: string; customerId: string }

  it('is worked in at once, by the team named, and is owned by nobody', async () => {
    const input = { partnerId: tenantGid(partnerId), name: 'Newcomer', technicianGroupId: team, days: 30 }
    made = (await boss.change('customerCreate', input, 'delegation { id customerId status role }')).delegation
    expect(made).toMatchObject({ status: 'ACTIVE', role: 'ADMIN' })
    const add = { tenantId: made.customerId, address: 'fresh.example.com:443' }
    expect((await technician.change('endpointCreate', add, 'endpoint { host }')).endpoint.host).toBe(
      'fresh.example.com',
    )
    const invite = { tenantId: made.customerId, email: 'friend@example.com', role: 'ADMIN' }
    expect((await technician.change('memberInvite', invite, '__typename')).errors[0].code).toBe('FORBIDDEN')
    expect((await portfolioOf(technician)).names).toContain('Newcomer')
  })

  it('is handed over to one owner, who then says what the partner may do', async () => {
    const give = (email: string) =>
      boss.change('customerHandOver', { delegationId: made.id, email }, 'link delegation { id }')
    const first = (await give('wrong@example.com')).link.split('/').at(-1)
    const token = (await give('owner@newcomer.example.com')).link.split('/').at(-1)
    const ask = (of: string) =>
      api.nobody.ask(
        'query ($token: String!) { invitation(token: $token) { tenantName inviterName email role hasAccount } }',
        {
          token: of,
        },
      )
    expect((await ask(first)).data.invitation).toBeNull()
    expect((await ask(`${token}x`)).data.invitation).toBeNull()
    expect((await ask(token)).data.invitation).toMatchObject({
      tenantName: 'Newcomer',
      email: 'owner@newcomer.example.com',
      role: 'OWNER',
      hasAccount: false,
    })
    const owner = client(api.url)
    const joined = await owner.change('invitationAccept', { token, name: 'O', password }, 'tenant { id viewerRole }')
    expect(joined.tenant).toEqual({ id: made.customerId, viewerRole: 'OWNER' })
    expect((await give('second@example.com')).errors[0]).toMatchObject({ code: 'HANDED_OVER' })
    const partners = 'query ($id: ID!) { node(id: $id) { ... on Tenant { partners { id partnerName status } } } }'
    expect((await owner.ask(partners, { id: made.customerId })).data.node.partners).toEqual([
      { id: made.id, partnerName: 'Fabrikam', status: 'ACTIVE' },
    ])
    await owner.change('delegationEnd', { id: made.id }, '__typename')
    expect((await portfolioOf(technician)).names).not.toContain('Newcomer')
  })

  it('is discarded with everything in it while nobody owns it, and not afterwards', async () => {
    const input = { partnerId: tenantGid(partnerId), name: 'Mistake', technicianGroupId: team }
    const { delegation } = await boss.change('customerCreate', input, 'delegation { id customerId }')
    const add = { tenantId: delegation.customerId, address: 'gone.example.com:443' }
    await technician.change('endpointCreate', add, '__typename')
    const discard = (delegationId: string, name: string) => boss.change('customerDiscard', { delegationId, name }, 'id')
    expect((await discard(delegation.id, 'mistake')).errors[0]).toMatchObject({ code: 'NAME_MISMATCH' })
    await boss.change('delegationEnd', { id: delegation.id }, '__typename')
    expect((await discard(delegation.id, 'Mistake')).id).toBe(delegation.id)
    expect((await discard(delegation.id, 'Mistake')).errors[0]).toMatchObject({ code: 'NOT_FOUND' })
    const [first] = customers
    expect((await discard(first?.delegation ?? '', 'Customer 0')).errors[0]).toMatchObject({ code: 'HANDED_OVER' })
  })

  it('is not created by who is no partner', async () => {
    const [first] = customers
    if (!first) throw new Error('no customers')
    const input = { partnerId: tenantGid(first.id), name: 'X' }
    expect((await first.owner.change('customerCreate', input, '__typename')).errors[0].code).toBe('NOT_A_PARTNER')
  })
})

describe('time and delegations', () => {
  it('lapses, ends and extends what is due, and tells both sides', async () => {
    const { tenant } = await createTenant(api.db.database)
    const owner = await signIn(api, [{ tenantId: tenant.id, role: 'OWNER' }])
    const id = await letIn(tenant.id, owner, { extends: true })
    const query = `query ($id: ID!) { node(id: $id) { ... on Tenant { partners { status extends extendedAt expiresAt } } } }`
    const partner = async () => (await owner.ask(query, { id: tenantGid(tenant.id) })).data.node.partners[0]
    expect(await partner()).toMatchObject({ status: 'ACTIVE', extends: true, extendedAt: null })
    const late = (days: number) => tendDelegations({ ...api.app, now: () => new Date(Date.now() + days * day) })
    await late(50)
    expect((await partner()).extendedAt).toBeNull()
    const before = Date.parse((await partner()).expiresAt)
    await late(90)
    expect(Date.parse((await partner()).expiresAt)).toBe(before + 100 * day)
    await owner.change('delegationNarrow', { id, extends: false }, '__typename')
    await late(195)
    expect(await partner()).toMatchObject({ status: 'ACTIVE', extends: false })
    await late(201)
    expect(await partner()).toMatchObject({ status: 'ENDED' })
    const log = `query ($id: ID!) { node(id: $id) { ... on Tenant { auditEntries(first: 20) { edges { node { action actorKind } } } } } }`
    for (const [reader, of] of [
      [owner, tenant.id],
      [boss, partnerId],
    ] as const) {
      const { edges } = (await reader.ask(log, { id: tenantGid(of) })).data.node.auditEntries
      const actions = edges.map((edge: { node: { action: string } }) => edge.node.action)
      expect(actions).toEqual(expect.arrayContaining(['delegationExtend', 'delegationEnd']))
    }
  })

  it('extends nothing that the customer did not allow', async () => {
    const { tenant } = await createTenant(api.db.database)
    const owner = await signIn(api, [{ tenantId: tenant.id, role: 'OWNER' }])
    const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(tenant.id), customerName: 'C' }
    const asked = await boss.change(
      'delegationRequest',
      { ...request, role: 'VIEWER', days: 10, extends: true },
      'delegation { id }',
    )
    const { id } = asked.delegation
    expect((await owner.change('delegationApprove', { id }, 'delegation { extends }')).delegation.extends).toBe(false)
    const again = await owner.change('delegationApprove', { id, extends: true }, '__typename')
    expect(again.errors[0].code).toBe('IS_OVER')
  })
})
