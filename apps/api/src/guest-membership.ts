import { Prisma, type Scope } from '@sundown/db'
import { guestPermissions, lesserRole, type Role } from './roles.ts'
import { type Membership, membership } from './viewer.ts'

/** An assignment of a technician group to a customer, with the delegation that it uses. */
export interface DelegatedRow {
  readonly tenantId: string
  readonly partnerId: string
  readonly ceiling: Role
  readonly role: Role
  readonly scope: Scope | null
  readonly within: Scope | null
}

/** What is read of it, where the delegation is `d` and the assignment `a`. */
export const delegatedColumns = Prisma.sql`d."tenantId", d."partnerId", d."role" AS ceiling, a."role", d."scope", a."scope" AS within`

/** A customer as a partner's staff reach it: what both the delegation and the assignment allow. */
export function guestMembership({ tenantId, partnerId, ceiling, role, scope, within }: DelegatedRow): Membership {
  const held = lesserRole(ceiling, role)
  const scopes = [scope, within].filter((one) => one !== null)
  return membership({ tenantId, partnerId, role: held, permissions: guestPermissions(held), scopes })
}
