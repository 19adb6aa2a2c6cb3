import { forbidden, notFound, signedOut } from './errors.ts'
import { type Permission, type Role, rolePermissions } from './roles.ts'

export interface Membership {
  readonly tenantId: string
  readonly role: Role
}

/** Who asks, with every tenant that they reach. */
export interface Viewer {
  readonly userId: string
  readonly name: string
  readonly email: string
  /** Whether the person looks after the whole installation. */
  readonly isOperator: boolean
  readonly memberships: readonly Membership[]
}

export const reachableTenants = (viewer: Viewer | null): readonly string[] =>
  viewer?.memberships.map((membership) => membership.tenantId) ?? []

export const roleIn = (viewer: Viewer | null, tenantId: string): Role | null =>
  viewer?.memberships.find((membership) => membership.tenantId === tenantId)?.role ?? null

/**
 * Lets pass who holds the permission in the tenant.
 * @throws {DomainError} signed-out; not-found where the tenant is out of reach (so that ids cannot be guessed); forbidden
 */
export function permit(viewer: Viewer | null, tenantId: string, permission: Permission, path: string[] = []): Viewer {
  if (!viewer) throw signedOut()
  const role = roleIn(viewer, tenantId)
  if (!role) throw notFound('tenant', path)
  if (!rolePermissions[role].has(permission)) throw forbidden(permission)
  return viewer
}

/**
 * Lets pass who looks after the whole installation.
 * @throws {DomainError} signed-out, forbidden
 */
export function permitOperator(viewer: Viewer | null): Viewer {
  if (!viewer) throw signedOut()
  if (!viewer.isOperator) throw forbidden('installation.operate')
  return viewer
}
