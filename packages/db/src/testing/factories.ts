import { createHash, randomBytes } from 'node:crypto'
import type {
  ApiKey,
  AuditEntry,
  Delegation,
  Endpoint,
  EndpointGroup,
  FactSet,
  Finding,
  Member,
  Prisma,
  Scan,
  ScanResult,
  TechnicianGroup,
  Tenant,
  TrustAnchor,
  User,
} from '../../gen/prisma/client.ts'
import type { Database, Tx } from '../database.ts'
import { newId } from '../new-id.ts'

// Each call without a tenant (or the row that it belongs to) mints its own, so tests never share rows by accident.

export interface TenantWithOwner {
  readonly tenant: Tenant
  readonly owner: User
  readonly member: Member
}

/** A person without a password. */
export async function createUser(
  database: Database,
  values: Partial<Prisma.UserUncheckedCreateInput> = {},
): Promise<User> {
  const word = unique()
  return await database.auth.user.create({
    data: { id: word, name: `Person ${word}`, email: `${word}@example.com`, emailVerified: true, ...values },
  })
}

/** A tenant and its owner. */
export async function createTenant(
  database: Database,
  values: Partial<Prisma.TenantUncheckedCreateInput> = {},
): Promise<TenantWithOwner> {
  const owner = await createUser(database)
  const id = values.id ?? newId()
  const word = unique()
  return await within(database, id, async (tx) => {
    const tenant = await tx.tenant.create({ data: { name: `Tenant ${word}`, slug: `tenant-${word}`, ...values, id } })
    const member = await tx.member.create({ data: { tenantId: id, userId: owner.id, role: 'OWNER' } })
    return { tenant, owner, member }
  })
}

export async function createMember(
  database: Database,
  values: Partial<Prisma.MemberUncheckedCreateInput> = {},
): Promise<Member> {
  const tenantId = await tenantOf(database, values)
  const userId = values.userId ?? (await createUser(database)).id
  return await within(database, tenantId, (tx) =>
    tx.member.create({ data: { role: 'VIEWER', ...values, tenantId, userId } }),
  )
}

export async function createTrustAnchor(
  database: Database,
  values: Partial<Prisma.TrustAnchorUncheckedCreateInput> = {},
): Promise<TrustAnchor> {
  const tenantId = await tenantOf(database, values)
  const pem = `-----BEGIN CERTIFICATE-----\n${randomBytes(48).toString('base64')}\n-----END CERTIFICATE-----\n`
  const sha256 = createHash('sha256').update(pem).digest('hex')
  return await within(database, tenantId, (tx) =>
    tx.trustAnchor.create({ data: { name: 'Root', sha256, pem, ...values, tenantId } }),
  )
}

export async function createEndpoint(
  database: Database,
  values: Partial<Prisma.EndpointUncheckedCreateInput> = {},
): Promise<Endpoint> {
  const tenantId = await tenantOf(database, values)
  return await within(database, tenantId, (tx) =>
    tx.endpoint.create({ data: { host: `${unique()}.example.com`, port: 443, role: 'inbound', ...values, tenantId } }),
  )
}

export async function createScan(
  database: Database,
  values: Partial<Prisma.ScanUncheckedCreateInput> = {},
): Promise<Scan> {
  const tenantId = await tenantOf(database, values)
  const endpointId = values.endpointId ?? (await createEndpoint(database, { tenantId })).id
  return await within(database, tenantId, (tx) => tx.scan.create({ data: { ...values, tenantId, endpointId } }))
}

export async function createFactSet(
  database: Database,
  values: Partial<Prisma.FactSetUncheckedCreateInput> = {},
): Promise<FactSet> {
  const tenantId = await tenantOf(database, values)
  const facts = { schema: 'sundown.facts/1', status: 'OBSERVED', word: unique() }
  const hash = createHash('sha256').update(JSON.stringify(facts)).digest('hex')
  return await within(database, tenantId, (tx) => tx.factSet.create({ data: { hash, facts, ...values, tenantId } }))
}

export async function createScanResult(
  database: Database,
  values: Partial<Prisma.ScanResultUncheckedCreateInput> = {},
): Promise<ScanResult> {
  const tenantId = await tenantOf(database, values)
  const endpointId = values.endpointId ?? (await createEndpoint(database, { tenantId })).id
  const scanId = values.scanId ?? (await createScan(database, { tenantId, endpointId })).id
  return await within(database, tenantId, (tx) =>
    tx.scanResult.create({
      data: {
        address: '192.0.2.1',
        status: 'OBSERVED',
        verdict: 'READY',
        score: 100,
        because: [],
        policyId: 'microsoft-365/2026-1',
        judgedAt: new Date(),
        connections: 6,
        milliseconds: 120,
        ...values,
        tenantId,
        scanId,
        endpointId,
      },
    }),
  )
}

export async function createFinding(
  database: Database,
  values: Partial<Prisma.FindingUncheckedCreateInput> = {},
): Promise<Finding> {
  const tenantId = await tenantOf(database, values)
  const endpointId = values.endpointId ?? (await createEndpoint(database, { tenantId })).id
  const scanResultId = values.scanResultId ?? (await createScanResult(database, { tenantId, endpointId })).id
  return await within(database, tenantId, (tx) =>
    tx.finding.create({
      data: {
        ruleId: 'offers-tls-1-2',
        outcome: 'pass',
        severity: 'critical',
        cost: 0,
        evidence: {},
        ...values,
        tenantId,
        endpointId,
        scanResultId,
      },
    }),
  )
}

export async function createEndpointGroup(
  database: Database,
  values: Partial<Prisma.EndpointGroupUncheckedCreateInput> = {},
): Promise<EndpointGroup> {
  const tenantId = await tenantOf(database, values)
  return await within(database, tenantId, (tx) =>
    tx.endpointGroup.create({ data: { name: `Group ${unique()}`, ...values, tenantId } }),
  )
}

/** A key nobody knows: give `hash` to have one. */
export async function createApiKey(
  database: Database,
  values: Partial<Prisma.ApiKeyUncheckedCreateInput> = {},
): Promise<Omit<ApiKey, 'hash'>> {
  const tenantId = await tenantOf(database, values)
  return await within(database, tenantId, (tx) =>
    tx.apiKey.create({
      data: {
        name: 'Pipeline',
        prefix: 'sd_test',
        hash: createHash('sha256').update(unique()).digest('hex'),
        scopes: ['*'],
        ipRanges: [],
        createdBy: 'somebody',
        expiresAt: new Date(Date.now() + 90 * 86_400_000),
        ...values,
        tenantId,
      },
    }),
  )
}

export async function createTechnicianGroup(
  database: Database,
  values: Partial<Prisma.TechnicianGroupUncheckedCreateInput> = {},
): Promise<TechnicianGroup> {
  const tenantId = values.tenantId ?? (await createTenant(database, { kind: 'PARTNER' })).tenant.id
  return await within(database, tenantId, (tx) =>
    tx.technicianGroup.create({ data: { name: `Team ${unique()}`, ...values, tenantId } }),
  )
}

/** A delegation that the partner asks for, or that `asTenant` writes. */
export async function createDelegation(
  database: Database,
  values: Partial<Prisma.DelegationUncheckedCreateInput> = {},
  asTenant?: string,
): Promise<Delegation> {
  const tenantId = await tenantOf(database, values)
  const partnerId = values.partnerId ?? (await createTenant(database, { kind: 'PARTNER' })).tenant.id
  return await within(database, asTenant ?? partnerId, (tx) =>
    tx.delegation.create({
      data: {
        customerName: 'Customer',
        partnerName: 'Partner',
        role: 'OPERATOR',
        days: 365,
        requestedBy: 'somebody',
        ...values,
        tenantId,
        partnerId,
      },
    }),
  )
}

export async function createAuditEntry(
  database: Database,
  values: Partial<Prisma.AuditEntryUncheckedCreateInput> = {},
): Promise<AuditEntry> {
  const tenantId = await tenantOf(database, values)
  return await within(database, tenantId, (tx) =>
    tx.auditEntry.create({ data: { actorKind: 'SYSTEM', action: 'scanComplete', ...values, tenantId } }),
  )
}

async function tenantOf(database: Database, values: { readonly tenantId?: string }): Promise<string> {
  return values.tenantId ?? (await createTenant(database)).tenant.id
}

function within<T>(database: Database, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.asTenants({ tenants: [tenantId], user: null }, work)
}

function unique(): string {
  return randomBytes(8).toString('hex')
}
