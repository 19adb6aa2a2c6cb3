import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Api, client, type Person, password, signIn, startApi, tenantGid } from './harness.ts'

let api: Api
let tenantId: string
let owner: Person
let admin: Person

beforeAll(async () => {
  api = await startApi()
  tenantId = (await createTenant(api.db.database)).tenant.id
  owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
  admin = await signIn(api, [{ tenantId, role: 'ADMIN' }])
})

afterAll(() => api?.close())

const saveRole = (person: Person, name: string, patterns: string[], more: object = {}) =>
  person.change(
    'customRoleSave',
    { tenantId: tenantGid(tenantId), name, patterns, ...more },
    'role { id name patterns permissions members }',
  )

async function memberId(email: string): Promise<string> {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { members { id email } } } }'
  const { members } = (await owner.ask(query, { id: tenantGid(tenantId) })).data.node
  return members.find((member: { email: string }) => member.email === email).id
}

async function withRole(patterns: string[]): Promise<Person> {
  const { role } = await saveRole(owner, crypto.randomUUID(), patterns)
  const person = await signIn(api, [{ tenantId, role: 'VIEWER' }])
  const id = await memberId(person.email)
  await owner.change('memberUpdate', { id, customRoleId: role.id }, '__typename')
  return person
}

const permissionsOf = async (person: Pick<Person, 'ask'>) => {
  const query = 'query ($id: ID!) { node(id: $id) { ... on Tenant { viewerPermissions } } }'
  return ((await person.ask(query, { id: tenantGid(tenantId) })).data.node.viewerPermissions as string[]).sort()
}

const codeOf = (answer: { errors?: { code: string }[] }) => answer.errors?.[0]?.code ?? 'DONE'

describe('a role of a tenant`s own', () => {
  it('comes to the permissions that its patterns match, and holds in place of the role', async () => {
    const { role } = await saveRole(owner, 'Reader', ['*.read', 'endpoint.*'])
    expect(role.permissions.sort()).toEqual(['AUDIT_READ', 'ENDPOINT_WRITE', 'MEMBER_READ', 'TENANT_READ'])
    const person = await withRole(['*.read', 'endpoint.*'])
    expect(await permissionsOf(person)).toEqual(['AUDIT_READ', 'ENDPOINT_WRITE', 'MEMBER_READ', 'TENANT_READ'])
    const add = { tenantId: tenantGid(tenantId), address: 'own-role.example.com' }
    expect(codeOf(await person.change('endpointCreate', add, '__typename'))).toBe('DONE')
    expect(codeOf(await person.change('tenantUpdate', { id: tenantGid(tenantId), name: 'X' }, '__typename'))).toBe(
      'FORBIDDEN',
    )
  })

  it('changes for everybody who has it with the next request, and widens a weak role as it narrows a strong one', async () => {
    const { role } = await saveRole(owner, 'Changing', ['tenant.read'])
    const person = await signIn(api, [{ tenantId, role: 'ADMIN' }])
    const id = await memberId(person.email)
    const given = await owner.change(
      'memberUpdate',
      { id, customRoleId: role.id },
      'member { role customRole { name members } }',
    )
    expect(given.member).toEqual({ role: 'ADMIN', customRole: { name: 'Changing', members: 1 } })
    expect(await permissionsOf(person)).toEqual(['TENANT_READ'])
    await saveRole(owner, 'Changing', ['tenant.read', 'scan.request'], { id: role.id })
    expect(await permissionsOf(person)).toEqual(['SCAN_REQUEST', 'TENANT_READ'])
    await owner.change('memberUpdate', { id, customRoleId: null }, '__typename')
    expect(await permissionsOf(person)).toContain('MEMBER_WRITE')
  })

  it('comes with an invitation', async () => {
    const { role } = await saveRole(owner, 'Invited', ['tenant.read', 'scan.*'])
    const input = { tenantId: tenantGid(tenantId), email: 'role@example.com', role: 'VIEWER', customRoleId: role.id }
    const { link } = await owner.change('memberInvite', input, 'link invitation { customRole { name } }')
    const token = link.split('/').at(-1)
    const { data } = await api.nobody.ask('query ($t: String!) { invitation(token: $t) { customRoleName role } }', {
      t: token,
    })
    expect(data.invitation).toEqual({ customRoleName: 'Invited', role: 'VIEWER' })
    const guest = client(api.url)
    await guest.change('invitationAccept', { token, name: 'R', password }, '__typename')
    expect(await permissionsOf(guest)).toEqual(['SCAN_REQUEST', 'TENANT_READ'])
    expect(await owner.change('customRoleDelete', { id: role.id }, '__typename')).toMatchObject({
      errors: [{ code: 'IN_USE', params: { count: 1 } }],
    })
  })

  it('refuses patterns that mean nothing, and two of one name', async () => {
    const wrong = (patterns: string[]) => saveRole(owner, 'Wrong', patterns)
    expect((await wrong(['nothing.*'])).errors[0]).toMatchObject({ code: 'INVALID', path: ['patterns', '0'] })
    expect((await wrong(['tenant.read', '(.*)'])).errors[0]).toMatchObject({ code: 'INVALID', path: ['patterns', '1'] })
    expect((await wrong([])).errors[0]).toMatchObject({ path: ['patterns'] })
    await saveRole(owner, 'Once', ['tenant.read'])
    expect(codeOf(await saveRole(owner, 'Once', ['tenant.read']))).toBe('DUPLICATE')
  })
})

describe('nobody gives more than they hold', () => {
  it('by writing a role, or by changing or ending one that holds more', async () => {
    expect((await saveRole(admin, 'Too much', ['*'])).errors[0]).toMatchObject({
      code: 'BEYOND_YOURS',
      path: ['patterns'],
      params: { permission: 'tenant.delete' },
    })
    const { role } = await saveRole(owner, 'All', ['*'])
    expect(codeOf(await saveRole(admin, 'All', ['tenant.read'], { id: role.id }))).toBe('BEYOND_YOURS')
    expect(codeOf(await admin.change('customRoleDelete', { id: role.id }, '__typename'))).toBe('BEYOND_YOURS')
    const id = await memberId(admin.email)
    expect(codeOf(await admin.change('memberUpdate', { id, customRoleId: role.id }, '__typename'))).toBe('BEYOND_YOURS')
  })

  it('by giving a role, an invitation, a key or a partner what they lack', async () => {
    const keeper = await withRole(['member.*', 'key.write', 'delegation.write', 'tenant.read'])
    const invite = (role: string) =>
      keeper.change('memberInvite', { tenantId: tenantGid(tenantId), email: 'g@example.com', role }, '__typename')
    expect(codeOf(await invite('VIEWER'))).toBe('DONE')
    expect(codeOf(await invite('OPERATOR'))).toBe('BEYOND_YOURS')
    expect(codeOf(await invite('OWNER'))).toBe('FORBIDDEN')
    const key = (scopes: string[]) =>
      keeper.change('apiKeyCreate', { tenantId: tenantGid(tenantId), name: 'k', scopes }, '__typename')
    expect(codeOf(await key(['tenant.read']))).toBe('DONE')
    expect((await key(['*'])).errors[0]).toMatchObject({ code: 'BEYOND_YOURS', path: ['scopes'] })
    const all = await owner.change(
      'apiKeyCreate',
      { tenantId: tenantGid(tenantId), name: 'k', scopes: ['*'] },
      'apiKey { id }',
    )
    expect(codeOf(await keeper.change('apiKeyRotate', { id: all.apiKey.id }, '__typename'))).toBe('BEYOND_YOURS')
    const partnerId = (await createTenant(api.db.database, { kind: 'PARTNER' })).tenant.id
    const boss = await signIn(api, [{ tenantId: partnerId, role: 'OWNER' }])
    const request = { partnerId: tenantGid(partnerId), customerId: tenantGid(tenantId), customerName: 'C', days: 5 }
    const { delegation } = await boss.change('delegationRequest', { ...request, role: 'ADMIN' }, 'delegation { id }')
    expect(codeOf(await keeper.change('delegationApprove', { id: delegation.id }, '__typename'))).toBe('BEYOND_YOURS')
    const less = { id: delegation.id, role: 'VIEWER' }
    expect(codeOf(await keeper.change('delegationApprove', less, '__typename'))).toBe('DONE')
  })

  it('by what an identity provider gives to whom it brings', async () => {
    const keeper = await withRole(['provider.write', 'tenant.read'])
    const openId = { issuer: 'https://id.example.com', clientId: 'c', clientSecret: 's' }
    const input = { tenantId: tenantGid(tenantId), name: 'P', openId, defaultRole: 'ADMIN' }
    expect((await keeper.change('identityProviderSave', input, '__typename')).errors[0]).toMatchObject({
      code: 'BEYOND_YOURS',
      path: ['defaultRole'],
    })
  })

  it('by touching somebody who holds more', async () => {
    const keeper = await withRole(['member.*', 'tenant.read'])
    for (const person of [admin, owner]) {
      const id = await memberId(person.email)
      const refused = ['BEYOND_YOURS', 'FORBIDDEN']
      expect(refused).toContain(codeOf(await keeper.change('memberUpdate', { id, role: 'VIEWER' }, '__typename')))
      expect(refused).toContain(codeOf(await keeper.change('memberRemove', { id }, '__typename')))
    }
  })
})

it('lists the permissions with the names that patterns match, and which ones a limited reader can hold', async () => {
  const { permissions } = (await owner.ask('{ permissions { permission name description scoped } }')).data
  expect(permissions).toContainEqual({
    permission: 'ENDPOINT_WRITE',
    name: 'endpoint.write',
    description: expect.stringMatching(/endpoints/),
    scoped: true,
  })
  const scoped = permissions.filter((row: { scoped: boolean }) => row.scoped)
  expect(scoped.map((row: { name: string }) => row.name)).toEqual(['tenant.read', 'endpoint.write', 'scan.request'])
})

describe('a group by rule', () => {
  const rule = { match: 'ANY', conditions: [{ hosts: ['a*.rules.example.com'] }, { ports: [8443] }] }
  const save = (more: object) =>
    owner.change(
      'endpointGroupSave',
      { tenantId: tenantGid(tenantId), name: crypto.randomUUID(), ...more },
      'group { id size rule { match conditions { not hosts ports verdicts } } }',
    )

  it('shows before it is made what it would hold, then holds that', async () => {
    for (const [host, port] of [
      ['a1.rules.example.com', 443],
      ['b1.rules.example.com', 8443],
      ['b2.rules.example.com', 443],
    ] as const)
      await createEndpoint(api.db.database, { tenantId, host, port })
    const query = `query ($id: ID!, $rule: EndpointRuleInput!) { node(id: $id) { ... on Tenant {
      endpointGroupPreview(rule: $rule) { size endpoints { host } } } } }`
    const { endpointGroupPreview } = (await owner.ask(query, { id: tenantGid(tenantId), rule })).data.node
    expect(endpointGroupPreview).toEqual({
      size: 2,
      endpoints: [{ host: 'a1.rules.example.com' }, { host: 'b1.rules.example.com' }],
    })
    const { group } = await save({ rule })
    expect(group).toMatchObject({
      size: 2,
      rule: {
        match: 'ANY',
        conditions: [
          { not: false, hosts: ['a*.rules.example.com'], ports: null, verdicts: null },
          { not: false, hosts: null, ports: [8443], verdicts: null },
        ],
      },
    })
    const list = `query ($id: ID!, $group: ID!) { node(id: $id) { ... on Tenant {
      endpoints(groupId: $group) { totalCount edges { node { host groups { id } } } } } } }`
    const { endpoints } = (await owner.ask(list, { id: tenantGid(tenantId), group: group.id })).data.node
    expect(endpoints.totalCount).toBe(2)
    expect(endpoints.edges[0].node.groups).toEqual([{ id: group.id }])
  })

  it('becomes one by hand with the endpoints named, and the other way round', async () => {
    const { group } = await save({ rule })
    const name = crypto.randomUUID()
    expect((await save({ id: group.id, name, endpointIds: [] })).group).toMatchObject({ size: 0, rule: null })
    expect((await save({ id: group.id, name, rule })).group.size).toBe(2)
    expect((await save({ id: group.id, name })).group).toMatchObject({ size: 2, rule: { match: 'ANY' } })
  })

  it.each([
    [{ conditions: [] }, ['rule', 'conditions']],
    [{ conditions: [{ not: true }] }, ['rule', 'conditions', '0']],
    [{ conditions: [{ ports: [25], tags: ['x'] }] }, ['rule', 'conditions', '0']],
    [{ conditions: [{ ports: [70_000] }] }, ['rule', 'conditions', '0', 'ports', '0']],
    [{ conditions: [{ hosts: ["x'; drop table"] }] }, ['rule', 'conditions', '0', 'hosts', '0']],
  ])('is refused where it asks for nothing, or for too much at once: %j', async (wrong, path) => {
    expect((await save({ rule: wrong })).errors[0]).toMatchObject({ path })
  })

  it('does not go together with endpoints named', async () => {
    expect((await save({ rule, endpointIds: [] })).errors[0]).toMatchObject({ code: 'INVALID', path: ['rule'] })
  })
})

describe('a tenant`s settings', () => {
  it('take another name and slug, which may not be another`s', async () => {
    const update = (more: object) =>
      owner.change('tenantUpdate', { id: tenantGid(tenantId), ...more }, 'tenant { name slug kind }')
    expect((await update({ name: 'Contoso', slug: 'contoso-as' })).tenant).toMatchObject({ slug: 'contoso-as' })
    const { tenant: other } = await createTenant(api.db.database)
    expect((await update({ slug: other.slug })).errors[0]).toMatchObject({ code: 'DUPLICATE', path: ['slug'] })
    for (const slug of ['Not A Slug', '-x', 'x--y', 'å'])
      expect((await update({ slug })).errors[0]).toMatchObject({ code: 'INVALID', path: ['slug'] })
  })

  it('keep a partner a partner while customers let it in', async () => {
    const partnerId = (await createTenant(api.db.database, { kind: 'PARTNER' })).tenant.id
    const boss = await signIn(api, [{ tenantId: partnerId, role: 'OWNER' }])
    const created = { partnerId: tenantGid(partnerId), name: 'Customer' }
    const { delegation } = await boss.change('customerCreate', created, 'delegation { id }')
    const become = () => boss.change('tenantUpdate', { id: tenantGid(partnerId), kind: 'CUSTOMER' }, 'tenant { kind }')
    expect((await become()).errors[0]).toMatchObject({ code: 'STILL_PARTNER', params: { count: 1 } })
    await boss.change('delegationEnd', { id: delegation.id }, '__typename')
    expect((await become()).tenant.kind).toBe('CUSTOMER')
  })
})
