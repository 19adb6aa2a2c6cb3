import type { Narrowing, Scope, Scopes } from '@sundown/db'
import { forbidden, notFound, signedOut } from '../errors.ts'
import { memberPermissions, narrowedPermissions, type Permission, type Role } from './roles.ts'

export interface Membership {
  readonly tenantId: string
  readonly role: Role
  readonly permissions: ReadonlySet<Permission>
  /** Partner on whose staff the viewer reaches this tenant; null for the tenant's own. */
  readonly partnerId: string | null
  /** Scopes that all limit this way into the tenant; none for the whole of it. */
  readonly scopes: Narrowing
}

/** Who asks, with every tenant that they reach. */
export interface Viewer {
  readonly kind: 'PERSON' | 'KEY'
  /** Id of the person or of the key. */
  readonly id: string
  /** The person; null for a key. */
  readonly userId: string | null
  readonly name: string
  /** Address of the person; first characters of the key. */
  readonly email: string
  /** Whether the person looks after the whole installation. */
  readonly isOperator: boolean
  readonly memberships: readonly Membership[]
}

export interface Person extends Viewer {
  readonly userId: string
}

interface Limits {
  /** Patterns of the tenant's own role that the person has in place of `role`. */
  readonly patterns?: readonly string[] | null
  readonly scope?: Scope | null
}

/** A membership of the tenant's own people. */
export const ownMembership = (tenantId: string, role: Role, { patterns, scope }: Limits = {}): Membership =>
  membership({
    tenantId,
    role,
    permissions: memberPermissions(role, patterns ?? null),
    partnerId: null,
    scopes: scope ? [scope] : [],
  })

/** A way into a tenant; a narrowed one holds nothing that concerns the tenant as a whole. */
export const membership = (way: Membership): Membership =>
  way.scopes.length > 0 ? { ...way, permissions: narrowedPermissions(way.permissions) } : way

export const reachableTenants = (viewer: Pick<Viewer, 'memberships'> | null): readonly string[] => [
  ...new Set(viewer?.memberships.map((membership) => membership.tenantId)),
]

const membershipsIn = (viewer: Viewer | null, tenantId: string): readonly Membership[] =>
  viewer?.memberships.filter((membership) => membership.tenantId === tenantId) ?? []

/** The strongest role in a tenant; null without any. */
export const roleIn = (viewer: Viewer | null, tenantId: string): Role | null =>
  membershipsIn(viewer, tenantId).toSorted((a, b) => b.permissions.size - a.permissions.size)[0]?.role ?? null

/**
 * The endpoints that the viewer's tenants are narrowed to, for somebody who uses a permission; null where nothing is
 * narrowed. Only the ways that hold the permission count; without one, all do.
 */
export function scopesOf(viewer: Pick<Viewer, 'memberships'> | null, permission: Permission | null): Scopes | null {
  const ways = new Map<string, Narrowing[] | null>()
  for (const { tenantId, permissions, scopes } of viewer?.memberships ?? []) {
    const so = ways.get(tenantId)
    if (permission !== null && !permissions.has(permission)) ways.set(tenantId, so === undefined ? [] : so)
    else if (so === null || scopes.length === 0) ways.set(tenantId, null)
    else ways.set(tenantId, [...(so ?? []), scopes])
  }
  return [...ways.values()].every((narrowings) => narrowings === null) ? null : Object.fromEntries(ways)
}

/** Whether the viewer uses a permission on a part of the tenant alone. */
export const isNarrowed = (viewer: Viewer | null, tenantId: string, permission: Permission = 'tenant.read'): boolean =>
  Boolean(scopesOf(viewer, permission)?.[tenantId])

/** Everything that the viewer may do in a tenant, by whatever way. */
export const permissionsIn = (viewer: Viewer | null, tenantId: string): ReadonlySet<Permission> =>
  new Set(membershipsIn(viewer, tenantId).flatMap((membership) => [...membership.permissions]))

/** The partner on whose behalf the viewer acts in a tenant; null where the viewer is one of its own. */
export function partnerIn(viewer: Viewer | null, tenantId: string): string | null {
  const ways = membershipsIn(viewer, tenantId)
  return ways.some((membership) => membership.partnerId === null) ? null : (ways[0]?.partnerId ?? null)
}

/**
 * Lets pass who holds the permission in the tenant.
 * @throws {DomainError} signed-out; not-found where the tenant is out of reach (so that ids cannot be guessed); forbidden
 */
export function permit(viewer: Viewer | null, tenantId: string, permission: Permission, path: string[] = []): Viewer {
  if (!viewer) throw signedOut()
  if (membershipsIn(viewer, tenantId).length === 0) throw notFound('tenant', path)
  if (!permissionsIn(viewer, tenantId).has(permission)) throw forbidden(permission)
  return viewer
}

/**
 * Lets pass a person who has signed in.
 * @throws {DomainError} signed-out; forbidden for a key
 */
export function permitPerson(viewer: Viewer | null): Person {
  if (!viewer) throw signedOut()
  if (viewer.userId === null) throw forbidden('person')
  return { ...viewer, userId: viewer.userId }
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
