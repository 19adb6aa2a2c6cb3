import { createEndpoint, createScan, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import {
  type Answer,
  type Api,
  type Client,
  client,
  firstThat,
  type Person,
  password,
  signIn,
  startApi,
  tenantGid,
} from './harness.ts'

let api: Api
let tenantId: string
let owner: Person
const endpoints: string[] = []
const groups = {} as Record<'web' | 'mail', string>

beforeAll(async () => {
  api = await startApi()
  tenantId = (await createTenant(api.db.database)).tenant.id
  owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
  for (const [i, host] of ['web-1', 'web-2', 'mail-1', 'mail-2', 'odd'].entries()) {
    const row = await createEndpoint(api.db.database, {
      tenantId,
      host: `${host}.example.com`,
      verdict: i % 2 ? 'READY' : 'NOT_READY',
      score: i * 10,
    })
    await createScan(api.db.database, { tenantId, endpointId: row.id })
    endpoints.push(encodeKey('Endpoint', row))
  }
  await owner.change('endpointTag', { endpointIds: endpoints, add: ['all'] }, '__typename')
  groups.web = await saveGroup('web', { rule: { conditions: [{ hosts: ['web-*.example.com'] }] } })
  groups.mail = await saveGroup('mail', { endpointIds: endpoints.slice(2, 4) })
})

afterAll(() => api?.close())

const saveGroup = async (name: string, more: object) => {
  const input = { tenantId: tenantGid(tenantId), name, ...more }
  return (await owner.change('endpointGroupSave', input, 'group { id }')).group.id as string
}
const at = (i: number) => endpoints[i] ?? ''

const everything = `query ($id: ID!, $ids: [ID!]!) {
  node(id: $id) { ... on Tenant {
    viewerPermissions viewerIsNarrowed
    endpoints(first: 50) { totalCount edges { node { id } } }
    overview { endpoints unscanned averageScore scansRunning verdicts { verdict count } }
    tags { tag count }
    endpointGroups { name size }
  } }
  nodes(ids: $ids) { id }
}`

interface Seen {
  readonly ids: string[]
  readonly total: number
  readonly counted: number
  readonly running: number
  readonly tagged: number
  readonly groups: string[]
  readonly nodes: string[]
  readonly permissions: string[]
}

async function seenBy(reader: Pick<Client, 'ask'>, tenant = tenantId, ids = endpoints): Promise<Seen> {
  const { data, errors } = await reader.ask(everything, { id: tenantGid(tenant), ids })
  if (errors || !data.node) throw new Error(JSON.stringify(errors ?? data))
  const { node, nodes } = data
  const count = (rows: { count: number }[]) => rows.reduce((sum, row) => sum + row.count, 0)
  return {
    ids: node.endpoints.edges.map((edge: { node: { id: string } }) => edge.node.id).sort(),
    total: node.endpoints.totalCount,
    counted: count(node.overview.verdicts) + node.overview.unscanned,
    running: node.overview.scansRunning,
    tagged: node.tags[0]?.count ?? 0,
    groups: node.endpointGroups.map((group: { name: string; size: number }) => `${group.name} ${group.size}`),
    nodes: nodes.flatMap((row: { id: string } | null) => row?.id ?? []).sort(),
    permissions: node.viewerPermissions,
  }
}

/** That a reader sees these endpoints by every way, and no other by any. */
async function expectToSee(reader: Pick<Client, 'ask'>, which: readonly number[]): Promise<Seen> {
  const seen = await seenBy(reader)
  const ids = which.map(at).sort()
  const { length } = ids
  expect(seen).toMatchObject({ ids, nodes: ids, total: length, counted: length, running: length, tagged: length })
  return seen
}

async function memberIdOf(email: string): Promise<string> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { id email } } } }'
  const { members } = (await owner.ask(query, { id: tenantGid(tenantId) })).data.node
  return members.find((member: { email: string }) => member.email === email).id
}

/** An operator who is limited by `memberUpdate`. */
async function limited(scope: object | null, role = 'OPERATOR'): Promise<Person> {
  const person = await signIn(api, [{ tenantId, role: role as 'OPERATOR' }])
  const id = await memberIdOf(person.email)
  const { errors } = await owner.change('memberUpdate', { id, scope }, 'member { scope { exclude { unseen } } }')
  if (errors) throw new Error(JSON.stringify(errors))
  return person
}

describe('a member who is limited to a scope', () => {
  it('sees what lies in it in every list, total, group and by id, and no more', async () => {
    await expectToSee(await limited(null), [0, 1, 2, 3, 4])
    const web = await expectToSee(await limited({ include: { groupIds: [groups.web] } }), [0, 1])
    expect(web.groups).toEqual(['web 2'])
    await expectToSee(await limited({ exclude: { groupIds: [groups.web] } }), [2, 3, 4])
    await expectToSee(
      await limited({ include: { groupIds: [groups.mail], endpointIds: [at(4)] }, exclude: { endpointIds: [at(2)] } }),
      [3, 4],
    )
  })

  it('holds nothing that concerns the tenant as a whole, whatever the role', async () => {
    const admin = await limited({ include: { groupIds: [groups.web] } }, 'ADMIN')
    expect((await seenBy(admin)).permissions.sort()).toEqual(['ENDPOINT_WRITE', 'SCAN_REQUEST', 'TENANT_READ'])
    const invite = { tenantId: tenantGid(tenantId), email: 'x@example.com', role: 'VIEWER' }
    expect((await admin.change('memberInvite', invite, '__typename')).errors[0].code).toBe('FORBIDDEN')
    const widen = { tenantId: tenantGid(tenantId), id: groups.web, name: 'web', endpointIds: endpoints }
    expect((await admin.change('endpointGroupSave', widen, '__typename')).errors[0].code).toBe('FORBIDDEN')
  })

  it('follows its groups as they change', async () => {
    const person = await limited({ include: { groupIds: [groups.web] } })
    await owner.change('endpointUpdate', { id: at(4), address: 'web-odd.example.com:443' }, '__typename')
    await expectToSee(person, [0, 1, 4])
    await owner.change('endpointUpdate', { id: at(4), address: 'odd.example.com:443' }, '__typename')
    await expectToSee(person, [0, 1])
  })

  it('writes within it, and is told where something lies outside', async () => {
    const person = await limited({ include: { groupIds: [groups.web] } })
    const add = (address: string) =>
      person.change('endpointCreate', { tenantId: tenantGid(tenantId), address }, 'endpoint { id host }')
    const made = await add('web-9.example.com:443')
    expect(made.endpoint.host).toBe('web-9.example.com')
    await owner.change('endpointDelete', { id: made.endpoint.id }, '__typename')
    expect((await add('new.example.com:443')).errors).toMatchObject([{ code: 'OUT_OF_SCOPE', path: ['address'] }])
    // The same for one that is there, so that the answer tells nothing of it.
    expect((await add('mail-1.example.com:443')).errors).toMatchObject([{ code: 'OUT_OF_SCOPE', path: ['address'] }])
    expect((await owner.ask(everything, { id: tenantGid(tenantId), ids: [] })).data.node.endpoints.totalCount).toBe(5)
    const move = (address: string) => person.change('endpointUpdate', { id: at(0), address }, 'endpoint { host }')
    expect((await move('elsewhere.example.com:443')).errors).toMatchObject([{ code: 'OUT_OF_SCOPE' }])
    expect((await move('mail-2.example.com:443')).errors).toMatchObject([{ code: 'OUT_OF_SCOPE' }])
    for (const [name, input] of [
      ['endpointUpdate', { id: at(2), label: 'x' }],
      ['endpointDelete', { id: at(2) }],
      ['endpointTag', { endpointIds: [at(0), at(2)], add: ['x'] }],
      ['scanRequest', { endpointIds: [at(2)] }],
    ] as const)
      expect((await person.change(name, input, '__typename')).errors[0]).toMatchObject({ code: 'NOT_FOUND' })
    expect((await person.change('endpointUpdate', { id: at(0), label: 'mine' }, '__typename')).errors).toBeUndefined()
    expect((await person.change('scanRequest', { endpointIds: [at(0)] }, 'scans { id }')).scans).toHaveLength(1)
  })

  it('comes by an invitation with the limits that were set in it', async () => {
    const input = {
      tenantId: tenantGid(tenantId),
      email: 'limited@example.com',
      role: 'OPERATOR',
      scope: { include: { groupIds: [groups.mail] } },
    }
    const { link } = await owner.change(
      'memberInvite',
      input,
      'link invitation { scope { include { groups { name } } } }',
    )
    const guest = client(api.url)
    const token = link.split('/').at(-1)
    const fields = 'tenant { endpoints { totalCount } viewerIsNarrowed }'
    const joined = await guest.change('invitationAccept', { token, name: 'L', password }, fields)
    expect(joined.tenant).toEqual({ endpoints: { totalCount: 2 }, viewerIsNarrowed: true })
    await expectToSee(guest, [2, 3])
  })

  it('is no owner, and is not limited by what is not there', async () => {
    const id = await memberIdOf(owner.email)
    const scope = { include: { groupIds: [groups.web] } }
    expect((await owner.change('memberUpdate', { id, scope }, '__typename')).errors[0]).toMatchObject({
      path: ['scope'],
    })
    const other = (await createTenant(api.db.database)).tenant.id
    const theirs = encodeKey('Endpoint', await createEndpoint(api.db.database, { tenantId: other }))
    const person = await signIn(api, [{ tenantId, role: 'VIEWER' }])
    const member = await memberIdOf(person.email)
    const update = async (given: object) =>
      (await owner.change('memberUpdate', { id: member, scope: given }, '__typename')).errors?.[0]
    expect(await update({ include: { endpointIds: [theirs] } })).toMatchObject({
      code: 'NOT_FOUND',
      path: ['scope', 'include', 'endpointIds', '0'],
    })
    expect(await update({ include: { groupIds: [] } })).toMatchObject({ code: 'REQUIRED', path: ['scope', 'include'] })
  })

  it('keeps the groups that a scope names', async () => {
    await limited({ exclude: { groupIds: [groups.mail] } })
    const gone = await owner.change('endpointGroupDelete', { id: groups.mail }, '__typename')
    expect(gone.errors[0]).toMatchObject({ code: 'IN_USE', params: { count: expect.any(Number) } })
  })

  it('hears live of what lies in it, and what lies outside does not end the stream', async () => {
    const person = await limited({ include: { endpointIds: [at(1)] } })
    const query = 'subscription ($id: ID!) { tenantActivity(tenantId: $id) { scan { endpoint { id } status } } }'
    const heard = person.follow(query, { id: tenantGid(tenantId) })
    const first = await heard.next()
    expect(first.value?.data.tenantActivity.scan.endpoint.id).toBe(at(1))
    await owner.change('scanRequest', { endpointIds: [at(3)] }, '__typename')
    const scanOf = async (endpointId: string) =>
      (await owner.change('scanRequest', { endpointIds: [endpointId] }, 'scans { id }')).scans[0].id
    await owner.change('scanCancel', { id: await scanOf(at(3)) }, '__typename')
    await owner.change('scanCancel', { id: await scanOf(at(1)) }, '__typename')
    const next = await firstThat(heard, ({ data }) => data.tenantActivity.scan.status === 'CANCELLED')
    expect(next.data.tenantActivity.scan.endpoint.id).toBe(at(1))
    for (const i of [1, 3]) await owner.change('scanRequest', { endpointIds: [at(i)] }, '__typename')
  })
})

/** A reader by key. */
const byKey = (secret: string): Pick<Client, 'ask'> => ({
  ask: async (query, variables = {}) => {
    const headers = { authorization: `Bearer ${secret}`, cookie: '' }
    return (await api.nobody.post('/graphql', { query, variables }, headers)).json() as Promise<Answer>
  },
})

it('limits a key as it limits a person', async () => {
  const make = async (more: object) =>
    await owner.change(
      'apiKeyCreate',
      { tenantId: tenantGid(tenantId), name: 'k', scopes: ['*'], ...more },
      'secret apiKey { scope { include { groups { name } } exclude { endpoints { host } } } }',
    )
  const { secret, apiKey } = await make({
    scope: { include: { groupIds: [groups.mail] }, exclude: { endpointIds: [at(2)] } },
  })
  expect(apiKey.scope).toEqual({
    include: { groups: [{ name: 'mail' }] },
    exclude: { endpoints: [{ host: 'mail-1.example.com' }] },
  })
  const seen = await expectToSee(byKey(secret), [3])
  expect(seen.permissions.sort()).toEqual(['ENDPOINT_WRITE', 'SCAN_REQUEST', 'TENANT_READ'])
  await expectToSee(byKey((await make({})).secret), [0, 1, 2, 3, 4])
})

describe('a partner', () => {
  let partnerId: string
  let boss: Person
  let technician: Person
  let delegation: string
  let team: string

  beforeAll(async () => {
    partnerId = (await createTenant(api.db.database, { kind: 'PARTNER' })).tenant.id
    boss = await signIn(api, [{ tenantId: partnerId, role: 'OWNER' }])
    technician = await signIn(api, [{ tenantId: partnerId, role: 'VIEWER' }])
    const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(tenantId), customerName: 'C', days: 30 }
    const asked = await boss.change('delegationRequest', { ...request, role: 'OPERATOR' }, 'delegation { id }')
    delegation = asked.delegation.id
    const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { id email } } } }'
    const { members } = (await boss.ask(query, { id: tenantGid(partnerId) })).data.node
    const { id: memberId } = members.find((member: { email: string }) => member.email === technician.email)
    const saved = await boss.change(
      'technicianGroupSave',
      { tenantId: tenantGid(partnerId), name: 'Team', memberIds: [memberId] },
      'group { id }',
    )
    team = saved.group.id
  })

  const assign = (scope: object | null) =>
    boss.change(
      'technicianGroupAssign',
      { groupId: team, delegationId: delegation, role: 'OPERATOR', scope },
      'group { assignments { scope { include { unseen } } } }',
    )

  it('sees what the customer opened, less what the assignment leaves out, less what the key leaves out', async () => {
    const scope = { exclude: { groupIds: [groups.web] } }
    await owner.change('delegationApprove', { id: delegation, scope }, '__typename')
    await assign(null)
    await expectToSee(technician, [2, 3, 4])
    expect((await assign({ include: { endpointIds: [at(0)] } })).errors[0]).toMatchObject({
      code: 'NOT_FOUND',
      path: ['scope', 'include', 'endpointIds', '0'],
    })
    await assign({ include: { endpointIds: [at(3), at(4)] } })
    await expectToSee(technician, [3, 4])
    const made = await boss.change(
      'apiKeyCreate',
      {
        tenantId: tenantGid(partnerId),
        name: 'fleet',
        scopes: ['tenant.read', 'scan.request'],
        technicianGroupId: team,
        scope: { exclude: { endpointIds: [at(3)] } },
      },
      'secret apiKey { technicianGroupId }',
    )
    expect(made.apiKey.technicianGroupId).toBe(team)
    const beyond = { tenantId: tenantGid(partnerId), name: 'k', scopes: ['*'], technicianGroupId: team }
    const refused = await boss.change(
      'apiKeyCreate',
      { ...beyond, scope: { include: { endpointIds: [at(2)] } } },
      '__typename',
    )
    expect(refused.errors[0]).toMatchObject({ code: 'NOT_FOUND' })
    const seen = await expectToSee(byKey(made.secret), [4])
    expect(seen.permissions.sort()).toEqual(['SCAN_REQUEST', 'TENANT_READ'])
  })

  it('loses at once what the customer takes back', async () => {
    const narrowed = await owner.change(
      'delegationNarrow',
      { id: delegation, role: 'VIEWER', days: 5, scope: { include: { endpointIds: [at(4)] } } },
      'delegation { role scope { include { endpoints { id } } } }',
    )
    expect(narrowed.delegation).toEqual({ role: 'VIEWER', scope: { include: { endpoints: [{ id: at(4) }] } } })
    const seen = await expectToSee(technician, [4])
    expect(seen.permissions).toEqual(['TENANT_READ'])
    const again = await owner.change(
      'delegationNarrow',
      { id: delegation, role: 'ADMIN', days: 700 },
      'delegation { role }',
    )
    expect(again.delegation.role).toBe('VIEWER')
    expect((await boss.change('delegationNarrow', { id: delegation }, '__typename')).errors[0].code).toBe('NOT_FOUND')
  })

  it('may ask for some endpoints alone, which the customer sees, and lets in as asked or otherwise', async () => {
    await owner.change('delegationEnd', { id: delegation }, '__typename')
    const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(tenantId), customerName: 'C', days: 30 }
    const askFor = (scope: object) =>
      boss.change(
        'delegationRequest',
        { ...request, role: 'OPERATOR', scope },
        'delegation { id scope { include { endpoints { id } unseen } } }',
      )
    const [theirs] = await ofOther()
    const elsewhere = await askFor({ include: { endpointIds: [theirs] } })
    expect(elsewhere.errors[0]).toMatchObject({ code: 'NOT_FOUND', path: ['scope', 'include', 'endpointIds', '0'] })
    const asked = await askFor({ include: { endpointIds: [at(4), at(0)] } })
    expect(asked.delegation.scope.include).toEqual({ endpoints: [], unseen: 2 })
    delegation = asked.delegation.id
    const query = `query ($id: ID!) { node(id: $id) { ... on Tenant { partners { id scope { include { endpoints { id } } } } } } }`
    const { partners } = (await owner.ask(query, { id: tenantGid(tenantId) })).data.node
    expect(partners[0].scope.include.endpoints).toEqual([{ id: at(4) }, { id: at(0) }])
    await owner.change('delegationApprove', { id: delegation }, '__typename')
    await assign(null)
    await expectToSee(technician, [0, 4])
  })

  const ofOther = async () => {
    const other = (await createTenant(api.db.database)).tenant.id
    return [encodeKey('Endpoint', await createEndpoint(api.db.database, { tenantId: other }))]
  }

  it('holds no more than the customer`s own role, where that narrows what was opened', async () => {
    const role = async (name: string, patterns: string[]) => {
      const saved = await owner.change(
        'customRoleSave',
        { tenantId: tenantGid(tenantId), name, patterns },
        'role { id }',
      )
      return saved.role.id as string
    }
    const scanner = await role('Scanner', ['tenant.read', 'scan.*', 'audit.read'])
    await owner.change('delegationEnd', { id: delegation }, '__typename')
    const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(tenantId), customerName: 'C', days: 30 }
    const asked = await boss.change('delegationRequest', { ...request, role: 'OPERATOR' }, 'delegation { id }')
    delegation = asked.delegation.id
    const approve = { id: delegation, customRoleId: scanner }
    const { delegation: approved } = await owner.change('delegationApprove', approve, 'delegation { customRoleName }')
    expect(approved.customRoleName).toBe('Scanner')
    await assign(null)
    expect((await seenBy(technician)).permissions.sort()).toEqual(['SCAN_REQUEST', 'TENANT_READ'])
    await owner.change(
      'delegationNarrow',
      { id: delegation, customRoleId: await role('Nobody', ['key.write']) },
      '__typename',
    )
    expect((await seenBy(technician)).permissions).toEqual([])
    const held = await owner.change('customRoleDelete', { id: scanner }, 'id')
    expect(held.errors).toBeUndefined()
  })

  it('who is also a member reads by both ways, and writes by that one alone which allows it', async () => {
    await owner.change('delegationEnd', { id: delegation }, '__typename')
    const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(tenantId), customerName: 'C', days: 30 }
    const asked = await boss.change('delegationRequest', { ...request, role: 'OPERATOR' }, 'delegation { id }')
    delegation = asked.delegation.id
    const scope = { include: { groupIds: [groups.mail] } }
    await owner.change('delegationApprove', { id: delegation, scope }, '__typename')
    await assign(null)
    const { link } = await owner.change(
      'memberInvite',
      {
        tenantId: tenantGid(tenantId),
        email: technician.email,
        role: 'VIEWER',
        scope: { include: { groupIds: [groups.web] } },
      },
      'link',
    )
    await technician.change('invitationAccept', { token: link.split('/').at(-1) }, '__typename')
    await expectToSee(technician, [0, 1, 2, 3])
    const label = async (i: number) =>
      (await technician.change('endpointUpdate', { id: at(i), label: 'both' }, '__typename')).errors?.[0].code ?? 'DONE'
    expect([await label(0), await label(2), await label(4)]).toEqual(['NOT_FOUND', 'DONE', 'NOT_FOUND'])
  })
})
