import type { Database, Tx } from '@sundown/db'
import { type Auth, clientAddressHeader } from './auth.ts'
import { keyViewer } from './key-viewer.ts'
import { guestPermissions, lesserRole, type Role } from './roles.ts'
import { type Membership, ownMembership, type Viewer } from './viewer.ts'

export interface Doors {
  readonly auth: Auth
  readonly database: Database
  readonly now: () => Date
}

/**
 * Who sends these headers, with the rights of this moment: a key where one is sent, else the person of the session
 * cookie; null when signed out.
 * @throws {DomainError} signed-out for a key that is wrong, over, or used from elsewhere
 */
export async function viewerOf({ auth, database, now }: Doors, headers: Headers): Promise<Viewer | null> {
  const bearer = /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) return keyViewer(database, { key: bearer, address: headers.get(clientAddressHeader) ?? '', now: now() })
  const person = await auth.whoIs(headers)
  if (!person) return null
  const memberships = await database.asTenants({ tenants: [], user: person.userId }, (tx) =>
    ownMemberships(tx, person.userId, now()),
  )
  const partners = memberships.filter(({ isPartner }) => isPartner).map(({ tenantId }) => tenantId)
  const guests =
    partners.length === 0
      ? []
      : await database.asTenants({ tenants: partners, user: person.userId }, (tx) =>
          delegatedMemberships(tx, partners, person.userId, now()),
        )
  return { ...person, kind: 'PERSON', id: person.userId, memberships: [...memberships, ...guests] }
}

async function ownMemberships(tx: Tx, userId: string, now: Date) {
  const rows = await tx.member.findMany({
    where: { userId, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    select: { tenantId: true, role: true, tenant: { select: { kind: true } } },
  })
  return rows.map(({ tenantId, role, tenant }) => ({
    ...ownMembership(tenantId, role),
    isPartner: tenant.kind === 'PARTNER',
  }))
}

/** Customers that the person looks after: the delegation stands, and a technician group of the person uses it. */
async function delegatedMemberships(
  tx: Tx,
  partners: readonly string[],
  userId: string,
  now: Date,
): Promise<Membership[]> {
  const rows = await tx.$queryRaw<{ tenantId: string; partnerId: string; ceiling: Role; role: Role }[]>`
    SELECT d."tenantId"::text, d."partnerId"::text, d."role"::text AS ceiling, a."role"::text
    FROM "Member" m
    JOIN "TechnicianGroupMember" g ON g."tenantId" = m."tenantId" AND g."memberId" = m."id"
    JOIN "DelegationAssignment" a ON a."tenantId" = g."tenantId" AND a."groupId" = g."groupId"
    JOIN "Delegation" d ON d."tenantId" = a."customerId" AND d."id" = a."delegationId" AND d."partnerId" = m."tenantId"
    WHERE m."tenantId" = ANY (${[...partners]}::uuid[]) AND m."userId" = ${userId}
      AND (m."expiresAt" IS NULL OR m."expiresAt" > ${now})
      AND d."status" = 'ACTIVE' AND d."expiresAt" > ${now} AND d."scope" IS NULL`
  return rows.map(({ tenantId, partnerId, ceiling, role }) => {
    const held = lesserRole(ceiling, role)
    return { tenantId, partnerId, role: held, permissions: guestPermissions(held) }
  })
}
