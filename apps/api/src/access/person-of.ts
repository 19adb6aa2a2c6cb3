import { type Database, Prisma, type Scope } from '@sundown/db'
import { type DelegatedRow, delegatedColumns, guestMembership } from './guest-membership.ts'
import type { Role } from './roles.ts'
import { type Membership, ownMembership } from './viewer.ts'

/** A person with a live session, and every way of theirs into a tenant at this moment. */
export interface Coming {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly operator: boolean
  /** When the session was last prolonged. */
  readonly updatedAt: Date
  /** Own memberships and those on behalf of partners. */
  readonly memberships: readonly Membership[]
}

interface OwnRow {
  readonly tenantId: string
  readonly role: Role
  readonly scope: Scope | null
  /** Permissions of the tenant's own role that takes the place of `role`. */
  readonly patterns: readonly string[] | null
}

type Row = Omit<Coming, 'memberships'> & { readonly own: OwnRow[] | null; readonly guest: DelegatedRow[] | null }

/**
 * The person of a session's token in one statement; null without a live session. Every request asks, and nothing of it is
 * kept, so that what is revoked ends with the next request, whichever process it comes to.
 */
export async function personOf({ door }: Pick<Database, 'door'>, token: string, now: Date): Promise<Coming | null> {
  const [row] = await door<Row>(Prisma.sql`
    SELECT u."id" AS "userId", u."name", u."email", u."operator", s."updatedAt",
      (SELECT json_agg(w) FROM (
        SELECT m."tenantId", m."role", m."scope", r."permissions" AS patterns
        FROM "Member" m LEFT JOIN "CustomRole" r ON r."tenantId" = m."tenantId" AND r."id" = m."customRoleId"
        WHERE m."userId" = u."id" AND (m."expiresAt" IS NULL OR m."expiresAt" > ${now})
      ) w) AS own,
      (SELECT json_agg(w) FROM (
        SELECT ${delegatedColumns}
        FROM "Member" m
        JOIN "TechnicianGroupMember" g ON g."tenantId" = m."tenantId" AND g."memberId" = m."id"
        JOIN "DelegationAssignment" a ON a."tenantId" = g."tenantId" AND a."groupId" = g."groupId"
        JOIN "Delegation" d ON d."tenantId" = a."customerId" AND d."id" = a."delegationId" AND d."partnerId" = m."tenantId"
        WHERE m."userId" = u."id" AND (m."expiresAt" IS NULL OR m."expiresAt" > ${now})
          AND d."status" = 'ACTIVE' AND d."expiresAt" > ${now}
      ) w) AS guest
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."token" = ${token} AND s."expiresAt" > ${now}`)
  if (!row) return null
  const { own, guest, ...person } = row
  const memberships = [
    ...(own ?? []).map(({ tenantId, role, scope, patterns }) => ownMembership(tenantId, role, { scope, patterns })),
    ...(guest ?? []).map(guestMembership),
  ]
  return { ...person, memberships }
}
