import { type Database, reaching, type Scope, type Tx } from '@sundown/db'
import type { Auth } from './auth.ts'
import { type DelegatedRow, guestMembership } from './guest-membership.ts'
import { keyViewer } from './key-viewer.ts'
import { type OpenRead, openRead } from './read-transaction.ts'
import type { Role } from './roles.ts'
import { clientAddressHeader } from './sign-in/headers.ts'
import { type Membership, ownMembership, reachableTenants, scopesOf, type Viewer } from './viewer.ts'

export interface Doors {
  readonly auth: Auth
  readonly database: Database
  readonly now: () => Date
}

export interface Arrival {
  readonly viewer: Viewer | null
  /** The transaction that the viewer was found in, reaching what the viewer reaches; the request reads on in it. */
  readonly opened: OpenRead | null
  /** To set on the answer: those of a session that was prolonged. */
  readonly cookies: readonly string[]
}

/**
 * Who sends these headers, with the rights of this moment: a key where one is sent, else the person of the session
 * cookie; null when signed out.
 * @throws {DomainError} signed-out for a key that is wrong, over, or used from elsewhere
 */
export async function arrivalOf({ auth, database, now }: Doors, headers: Headers): Promise<Arrival> {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) {
    const address = headers.get(clientAddressHeader) ?? ''
    return { viewer: await keyViewer(database, { key: bearer, address, now: now() }), opened: null, cookies: [] }
  }
  const known = await auth.whoIs(headers)
  if (!known) return { viewer: null, opened: null, cookies: [] }
  const { person, cookies } = known
  const opened = openRead(database, { tenants: [], user: person.userId })
  try {
    const tx = await opened.tx
    const memberships = await membershipsOf(tx, person.userId, now())
    const viewer: Viewer = { ...person, kind: 'PERSON', id: person.userId, memberships }
    return { viewer, opened, cookies }
  } catch (error) {
    await opened.close()
    throw error
  }
}

interface OwnRow {
  readonly tenantId: string
  readonly role: Role
  readonly scope: Scope | null
  readonly customRoleId: string | null
}

/** Own memberships and those on behalf of partners; leaves the transaction reaching all of them. */
async function membershipsOf(tx: Tx, userId: string, now: Date): Promise<Membership[]> {
  const rows = await tx.$queryRaw<OwnRow[]>`
    SELECT "tenantId"::text, "role"::text, "scope", "customRoleId"::text FROM "Member"
    WHERE "userId" = ${userId} AND ("expiresAt" IS NULL OR "expiresAt" > ${now})`
  if (rows.length === 0) return []
  const tenants = rows.map((row) => row.tenantId)
  await tx.$executeRaw`SELECT set_config('app.tenants', ${tenants.join(',')}, true)`
  const patterns = await patternsOf(tx, rows)
  const own = rows.map(({ tenantId, role, scope, customRoleId }) =>
    ownMembership(tenantId, role, { scope, patterns: customRoleId ? (patterns.get(customRoleId) ?? []) : null }),
  )
  const all = [...own, ...(await delegatedMemberships(tx, userId, now))]
  const reach = { tenants: reachableTenants({ memberships: all }), user: userId }
  const scopes = scopesOf({ memberships: all }, 'tenant.read')
  if (scopes || reach.tenants.length > tenants.length) await tx.$executeRawUnsafe(reaching({ ...reach, scopes }))
  return all
}

/** Permissions of the tenants' own roles, by the role's id; asks nothing where nobody has one. */
async function patternsOf(tx: Tx, rows: readonly OwnRow[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = rows.flatMap((row) => row.customRoleId ?? [])
  if (ids.length === 0) return new Map()
  const found = await tx.customRole.findMany({ where: { id: { in: ids } }, select: { id: true, permissions: true } })
  return new Map(found.map((row) => [row.id, row.permissions]))
}

/** Customers that the person looks after: the delegation stands, and a technician group of the person uses it. */
async function delegatedMemberships(tx: Tx, userId: string, now: Date): Promise<Membership[]> {
  const rows = await tx.$queryRaw<DelegatedRow[]>`
    SELECT d."tenantId"::text, d."partnerId"::text, d."role"::text AS ceiling, a."role"::text, d."scope", a."scope" AS within
    FROM "Member" m
    JOIN "TechnicianGroupMember" g ON g."tenantId" = m."tenantId" AND g."memberId" = m."id"
    JOIN "DelegationAssignment" a ON a."tenantId" = g."tenantId" AND a."groupId" = g."groupId"
    JOIN "Delegation" d ON d."tenantId" = a."customerId" AND d."id" = a."delegationId" AND d."partnerId" = m."tenantId"
    WHERE m."userId" = ${userId} AND (m."expiresAt" IS NULL OR m."expiresAt" > ${now})
      AND d."status" = 'ACTIVE' AND d."expiresAt" > ${now}`
  return rows.map(guestMembership)
}
