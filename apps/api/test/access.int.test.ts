import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { labPortCount, startLab } from '@sundown/core/lab'
import type { Tx } from '@sundown/db'
import {
  createEndpoint,
  createMember,
  createScan,
  createScanResult,
  createTenant,
  createTrustAnchor,
} from '@sundown/db/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { encodeKey } from '../src/global-id.ts'
import { schema } from '../src/graphql/schema.ts'
import { type Permission, type Role, rolePermissions, roles } from '../src/roles.ts'
import { type Api, type Client, freePorts, signIn, startApi, tenantGid } from './harness.ts'

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

interface Case {
  /** What a role must hold; null for what needs no tenant. */
  readonly permission: Permission | null
  /** An input that is right for a tenant's own people. */
  readonly input: () => Promise<Record<string, unknown>>
  /** Allowed although the state refuses it, for instance a lab that does not run. */
  readonly mayAnswer?: string
}

const endpoint = async () => encodeKey('Endpoint', await createEndpoint(api.db.database, { tenantId }))
const scan = async () => encodeKey('Scan', await createScan(api.db.database, { tenantId }))

const inTenant = <T>(work: (tx: Tx) => Promise<T>, id = tenantId) =>
  api.db.database.asTenants({ tenants: [id], user: null }, work)
const soon = () => new Date(Date.now() + 86_400_000)
const hash = () => createHash('sha256').update(crypto.randomUUID()).digest('hex')
const apiKey = () =>
  inTenant(async (tx) => {
    const data = { tenantId, name: 'K', prefix: 'p', hash: hash(), createdBy: 'x', expiresAt: soon() }
    return encodeKey('ApiKey', await tx.apiKey.create({ data }))
  })
const invitation = () =>
  inTenant(async (tx) => {
    const email = `${crypto.randomUUID()}@example.com`
    const data = { tenantId, email, role: 'VIEWER' as const, tokenHash: hash(), invitedBy: 'x', expiresAt: soon() }
    return encodeKey('Invitation', await tx.invitation.create({ data }))
  })
/** A new root each time, made by the practice lab. */
const ownRoot = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'sundown-root-'))
  const lab = await startLab({ firstPort: await freePorts(labPortCount), dir })
  await lab.stop()
  await rm(dir, { recursive: true })
  return lab.caPem
}
const member = async () => encodeKey('Member', await createMember(api.db.database, { tenantId }))
const domainProof = () =>
  inTenant(async (tx) => {
    const data = { tenantId, domain: `${crypto.randomUUID()}.example.com`, method: 'DNS' as const, token: 't' }
    return encodeKey('DomainProof', await tx.domainProof.create({ data }))
  })
const group = () =>
  inTenant(async (tx) =>
    encodeKey('TechnicianGroup', await tx.technicianGroup.create({ data: { tenantId, name: crypto.randomUUID() } })),
  )
/** A partner that asks this tenant. */
const delegation = async () => {
  const { tenant: partner } = await createTenant(api.db.database, { kind: 'PARTNER' })
  return encodeKey('Delegation', await ask(tenantId, partner.id))
}
/** A customer that this tenant, a partner too, asks. */
const customerDelegation = async () =>
  encodeKey('Delegation', await ask((await createTenant(api.db.database)).tenant.id, tenantId))
/** A partner that this tenant has let in. */
const standingDelegation = async () => {
  const { tenant: partner } = await createTenant(api.db.database, { kind: 'PARTNER' })
  const { id } = await ask(tenantId, partner.id)
  const now = Date.now()
  const data = { decidedAt: new Date(now), decidedBy: 'x', expiresAt: new Date(now + 86_400_000) }
  await inTenant((tx) => tx.delegation.updateMany({ where: { id }, data: { ...data, status: 'ACTIVE' } }))
  return encodeKey('Delegation', { tenantId, id })
}
/** A customer that this tenant created. */
const ownCustomer = async () => {
  const input = { partnerId: tenantGid(tenantId), name: 'Own customer' }
  return (await people.OWNER.change('customerCreate', input, 'delegation { id }')).delegation.id as string
}
const ask = (customer: string, partnerId: string) =>
  inTenant((tx) => {
    const names = { customerName: 'C', partnerName: 'P' }
    return tx.delegation.create({
      data: { tenantId: customer, partnerId, ...names, role: 'OPERATOR', days: 30, requestedBy: 'x' },
    })
  }, partnerId)

const deadline = {
  service: 'Exchange Online',
  clouds: ['WORLDWIDE'],
  channel: 'SMTP_IN',
  protocols: ['TLSv1.0'],
  effect: 'BLOCKED',
  date: '2027-03-01',
  source: 'a test',
  note: 'Refused.',
}

const identityProvider = () =>
  inTenant((tx) =>
    tx.identityProvider.create({
      data: { tenantId, name: crypto.randomUUID(), kind: 'SAML', issuer: 'https://idp.example', enabled: true },
    }),
  )
/** A domain that a provider of the tenant speaks for. */
const signInDomain = async () => {
  const { id: providerId } = await identityProvider()
  const domain = `${crypto.randomUUID()}.example`
  return inTenant(async (tx) =>
    encodeKey('SignInDomain', await tx.signInDomain.create({ data: { tenantId, providerId, domain } })),
  )
}

/** One for every mutation of the schema; a mutation without one fails the first test. */
const cases: Record<string, Case> = {
  setupComplete: {
    permission: null,
    input: async () => ({ name: 'N', email: 'n@example.com', password: 'long enough to do', tenantName: 'T' }),
  },
  tenantCreate: { permission: null, input: async () => ({ name: 'Mine' }) },
  endpointCreate: {
    permission: 'endpoint.write',
    input: async () => ({ tenantId: tenantGid(tenantId), address: `${crypto.randomUUID()}.example.com:443` }),
  },
  endpointUpdate: { permission: 'endpoint.write', input: async () => ({ id: await endpoint(), label: 'L' }) },
  endpointDelete: { permission: 'endpoint.write', input: async () => ({ id: await endpoint() }) },
  endpointRestore: {
    permission: 'endpoint.write',
    input: async () => ({
      id: encodeKey('Endpoint', await createEndpoint(api.db.database, { tenantId, deletedAt: new Date() })),
    }),
  },
  endpointGroupSave: {
    permission: 'group.write',
    input: async () => ({ tenantId: tenantGid(tenantId), name: crypto.randomUUID(), endpointIds: [await endpoint()] }),
  },
  endpointGroupDelete: {
    permission: 'group.write',
    input: async () => ({
      id: await inTenant(async (tx) =>
        encodeKey('EndpointGroup', await tx.endpointGroup.create({ data: { tenantId, name: crypto.randomUUID() } })),
      ),
    }),
  },
  endpointTag: {
    permission: 'endpoint.write',
    input: async () => ({ endpointIds: [await endpoint()], add: ['dmz'] }),
  },
  scanRequest: { permission: 'scan.request', input: async () => ({ endpointIds: [await endpoint()] }) },
  scanCancel: { permission: 'scan.request', input: async () => ({ id: await scan() }) },
  policyCreate: {
    permission: 'policy.write',
    input: async () => ({ tenantId: tenantGid(tenantId), name: 'ours', basedOn: 'microsoft-365', changes: {} }),
  },
  policyChoose: {
    permission: 'policy.write',
    input: async () => ({ tenantId: tenantGid(tenantId), policyId: 'rfc9325' }),
  },
  deadlineAdd: { permission: null, input: async () => deadline },
  deadlineMove: { permission: null, input: async () => ({ id: 'rfc-8996', date: '2027-01-01', source: 'a test' }) },
  deadlineWithdraw: { permission: null, input: async () => ({ id: 'rfc-8996' }) },
  tenantUpdate: {
    permission: 'tenant.write',
    input: async () => ({ id: tenantGid(tenantId), name: 'Renamed', cloud: 'GCC_HIGH' }),
  },
  tenantDelete: {
    permission: 'tenant.delete',
    input: async () => ({ id: tenantGid(tenantId), name: 'not its name' }),
    mayAnswer: 'NAME_MISMATCH',
  },
  trustAnchorAdd: {
    permission: 'trust.write',
    input: async () => ({ tenantId: tenantGid(tenantId), name: 'Own', pem: await ownRoot() }),
  },
  trustAnchorRemove: {
    permission: 'trust.write',
    input: async () => ({ id: encodeKey('TrustAnchor', await createTrustAnchor(api.db.database, { tenantId })) }),
  },
  domainProofCreate: {
    permission: 'domain.write',
    input: async () => ({ tenantId: tenantGid(tenantId), domain: `${crypto.randomUUID()}.example.com` }),
  },
  domainProofVerify: { permission: 'domain.write', input: async () => ({ id: await domainProof() }) },
  domainProofDelete: { permission: 'domain.write', input: async () => ({ id: await domainProof() }) },
  apiKeyCreate: {
    permission: 'key.write',
    input: async () => ({ tenantId: tenantGid(tenantId), name: 'K', scopes: ['tenant.read'] }),
  },
  apiKeyRotate: { permission: 'key.write', input: async () => ({ id: await apiKey() }) },
  identityProviderSave: {
    permission: 'provider.write',
    input: async () => ({
      tenantId: tenantGid(tenantId),
      name: crypto.randomUUID(),
      openId: { issuer: 'https://idp.example', clientId: 'c', clientSecret: 's' },
    }),
    mayAnswer: 'LIMIT',
  },
  identityProviderDelete: {
    permission: 'provider.write',
    input: async () => ({ id: encodeKey('IdentityProvider', await identityProvider()) }),
  },
  identityProviderTest: {
    permission: 'provider.write',
    input: async () => ({ id: encodeKey('IdentityProvider', await identityProvider()) }),
  },
  signInDomainAdd: {
    permission: 'provider.write',
    input: async () => ({
      providerId: encodeKey('IdentityProvider', await identityProvider()),
      domain: `${crypto.randomUUID().slice(0, 8)}.com`,
    }),
    mayAnswer: 'NOT_PROVEN',
  },
  signInDomainUpdate: {
    permission: 'provider.write',
    input: async () => ({ id: await signInDomain(), enforced: true }),
  },
  signInDomainRemove: { permission: 'provider.write', input: async () => ({ id: await signInDomain() }) },
  apiKeyRevoke: { permission: 'key.write', input: async () => ({ id: await apiKey() }) },
  memberInvite: {
    permission: 'member.write',
    input: async () => ({ tenantId: tenantGid(tenantId), email: `${crypto.randomUUID()}@example.com`, role: 'VIEWER' }),
  },
  customRoleSave: {
    permission: 'role.write',
    input: async () => ({ tenantId: tenantGid(tenantId), name: crypto.randomUUID(), patterns: ['*.read'] }),
  },
  customRoleDelete: {
    permission: 'role.write',
    input: async () => ({
      id: await inTenant(async (tx) => {
        const data = { tenantId, name: crypto.randomUUID(), permissions: ['*.read'] }
        return encodeKey('CustomRole', await tx.customRole.create({ data }))
      }),
    }),
  },
  invitationAccept: { permission: null, input: async () => ({ token: 'none' }) },
  invitationRevoke: { permission: 'member.write', input: async () => ({ id: await invitation() }) },
  memberUpdate: { permission: 'member.write', input: async () => ({ id: await member(), role: 'OPERATOR' }) },
  memberRemove: { permission: 'member.write', input: async () => ({ id: await member() }) },
  delegationRequest: {
    permission: 'delegation.write',
    input: async () => ({
      partnerId: tenantGid(tenantId),
      customerId: tenantGid((await createTenant(api.db.database)).tenant.id),
      customerName: 'C',
      role: 'VIEWER',
      days: 30,
    }),
  },
  delegationApprove: { permission: 'delegation.write', input: async () => ({ id: await delegation() }) },
  delegationNarrow: {
    permission: 'delegation.write',
    input: async () => ({ id: await standingDelegation(), role: 'VIEWER' }),
  },
  delegationRefuse: { permission: 'delegation.write', input: async () => ({ id: await delegation() }) },
  delegationEnd: { permission: 'delegation.write', input: async () => ({ id: await delegation() }) },
  customerCreate: {
    permission: 'delegation.write',
    input: async () => ({ partnerId: tenantGid(tenantId), name: 'New customer' }),
  },
  customerHandOver: {
    permission: 'delegation.write',
    input: async () => ({ delegationId: await ownCustomer(), email: `${crypto.randomUUID()}@example.com` }),
  },
  technicianGroupSave: {
    permission: 'technician.write',
    input: async () => ({ tenantId: tenantGid(tenantId), name: crypto.randomUUID(), memberIds: [await member()] }),
  },
  technicianGroupDelete: { permission: 'technician.write', input: async () => ({ id: await group() }) },
  technicianGroupAssign: {
    permission: 'technician.write',
    input: async () => ({ groupId: await group(), delegationId: await customerDelegation(), role: 'VIEWER' }),
  },
  practiceLabAdd: {
    permission: 'lab.add',
    input: async () => ({ tenantId: tenantGid(tenantId) }),
    mayAnswer: 'CONFLICT',
  },
}

const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {})

it('has a case for every mutation of the schema', () => {
  expect(Object.keys(cases).sort()).toEqual(mutations.sort())
})

const tenantMutations = mutations.filter((name) => cases[name]?.permission)

describe.each(tenantMutations)('%s', (name) => {
  const { permission, input, mayAnswer } = cases[name] as Case & { permission: Permission }

  it('wants a login', async () => {
    await expect(api.nobody.change(name, await input(), '__typename')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    })
  })

  it('does not know the tenant of somebody else, and says the same of one that never was', async () => {
    const real = await stranger.change(name, await input(), '__typename')
    expect(real.errors[0].code).toBe('NOT_FOUND')
    const never = Object.fromEntries(Object.entries(await input()).map(([key, value]) => [key, forged(value)]))
    expect((await stranger.change(name, never, '__typename')).errors[0]).toMatchObject({ code: 'NOT_FOUND' })
  })

  it.each(roles)('holds %s to the table of permissions', async (role) => {
    const answer = await people[role].change(name, await input(), '__typename')
    const code = answer.errors?.[0].code ?? 'DONE'
    const expected = rolePermissions[role].has(permission) ? ['DONE', mayAnswer] : ['FORBIDDEN']
    expect(expected).toContain(code)
  })
})

/** The same id with another tenant's bytes. */
function forged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(forged)
  if (typeof value !== 'string' || !/^[A-Z][A-Za-z]+_/.test(value)) return value
  const at = value.indexOf('_') + 1
  const bytes = Buffer.from(value.slice(at), 'base64url')
  bytes[15] = ((bytes[15] ?? 0) + 1) % 256
  return value.slice(0, at) + bytes.toString('base64url')
}

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

it.each(['deadlineAdd', 'deadlineMove', 'deadlineWithdraw'])('keeps %s for operators', async (name) => {
  const input = await (cases[name] as Case).input()
  expect((await people.OWNER.change(name, input, '__typename')).errors[0]).toMatchObject({ code: 'FORBIDDEN' })
  await expect(api.nobody.change(name, input, '__typename')).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
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

it('writes an entry for every mutation that succeeds', async () => {
  const actions = await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId }, distinct: ['action'], select: { action: true } }),
  )
  // What never succeeds in this test: the lab does not run, and the tenant is still needed.
  const expected = tenantMutations.filter((name) => !cases[name]?.mayAnswer)
  expect(actions.map((row) => row.action)).toEqual(expect.arrayContaining(expected))
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
