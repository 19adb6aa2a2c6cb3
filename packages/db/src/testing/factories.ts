import { createHash, randomBytes } from 'node:crypto'
import type {
  Endpoint,
  FactSet,
  Finding,
  Member,
  Prisma,
  Scan,
  ScanResult,
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

async function tenantOf(database: Database, values: { readonly tenantId?: string }): Promise<string> {
  return values.tenantId ?? (await createTenant(database)).tenant.id
}

function within<T>(database: Database, tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.asTenants({ tenants: [tenantId], user: null }, work)
}

function unique(): string {
  return randomBytes(8).toString('hex')
}
