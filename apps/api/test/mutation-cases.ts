import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { labPortCount, startLab } from '@sundown/core/lab'
import type { Tx } from '@sundown/db'
import { createEndpoint, createMember, createScan, createTenant, createTrustAnchor } from '@sundown/db/testing'
import type { Permission } from '../src/access/roles.ts'
import { encodeKey } from '../src/global-id.ts'
import { type Api, type Client, freePorts, tenantGid } from './harness.ts'

export interface Case {
  /** What a role must hold; null for what needs no tenant. */
  readonly permission: Permission | null
  /** An input that is right for a tenant's own people. */
  readonly input: () => Promise<Record<string, unknown>>
  /** Allowed although the state refuses it, for instance a lab that does not run. */
  readonly mayAnswer?: string
}

/** Where the inputs are for: a partner's tenant, so that it can be a customer too, and its owner. */
export interface World {
  readonly api: Api
  readonly tenantId: string
  readonly owner: Client
}

/** A new root each time, made by the practice lab. */
export async function ownRoot(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'sundown-root-'))
  const lab = await startLab({ firstPort: await freePorts(labPortCount), dir })
  await lab.stop()
  await rm(dir, { recursive: true })
  return lab.caPem
}

/** One for every mutation of the schema; the isolation matrix fails where one is missing. */
export function mutationCases({ api, tenantId, owner }: World): Readonly<Record<string, Case>> {
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
    return (await owner.change('customerCreate', input, 'delegation { id }')).delegation.id as string
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

  return {
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
      input: async () => ({
        tenantId: tenantGid(tenantId),
        name: crypto.randomUUID(),
        endpointIds: [await endpoint()],
      }),
    },
    endpointGroupFill: {
      permission: 'group.write',
      input: async () => ({
        id: await inTenant(async (tx) =>
          encodeKey('EndpointGroup', await tx.endpointGroup.create({ data: { tenantId, name: crypto.randomUUID() } })),
        ),
        add: [await endpoint()],
      }),
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
      input: async () => ({
        tenantId: tenantGid(tenantId),
        email: `${crypto.randomUUID()}@example.com`,
        role: 'VIEWER',
      }),
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
    customerDiscard: {
      permission: 'delegation.write',
      input: async () => ({ delegationId: await ownCustomer(), name: 'Own customer' }),
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
}
