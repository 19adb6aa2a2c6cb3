import { Prisma, type Scope } from '@sundown/db'
import { both, guestPermissions, lesserRole, matchingPermissions, type Role } from './roles.ts'
import { type Membership, membership } from './viewer.ts'

/** An assignment of a technician group to a customer, with the delegation that it uses. */
export interface DelegatedRow {
  readonly tenantId: string
  readonly partnerId: string
  readonly ceiling: Role
  readonly role: Role
  readonly scope: Scope | null
  readonly within: Scope | null
  /** Permissions of the customer's own role that narrows `ceiling`; null where there is none. */
  readonly patterns: readonly string[] | null
}

/** What is read of it, where the delegation is `d` and the assignment `a`. */
export const delegatedColumns = Prisma.sql`d."tenantId", d."partnerId", d."role" AS ceiling, a."role", d."scope", a."scope" AS within,
  CASE WHEN d."customRoleId" IS NOT NULL THEN coalesce((SELECT r."permissions" FROM "CustomRole" r
    WHERE r."tenantId" = d."tenantId" AND r."id" = d."customRoleId"), '{}') END AS patterns`

/** A customer as a partner's staff reach it: what both the delegation and the assignment allow. */
export function guestMembership(row: DelegatedRow): Membership {
  const { tenantId, partnerId, ceiling, role, scope, within, patterns } = row
  const held = lesserRole(ceiling, role)
  const permissions = guestPermissions(held)
  const scopes = [scope, within].filter((one) => one !== null)
  return membership({
    tenantId,
    partnerId,
    role: held,
    permissions: patterns ? both(permissions, matchingPermissions(patterns)) : permissions,
    scopes,
  })
}
