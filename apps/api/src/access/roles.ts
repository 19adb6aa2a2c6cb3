/** The one table of who may do what inside a tenant. Documentation and the portal's buttons come from it. */

export const roles = ['OWNER', 'ADMIN', 'OPERATOR', 'VIEWER'] as const
export type Role = (typeof roles)[number]

export const permissions = {
  'tenant.read': 'See the tenant, its endpoints, scans and findings.',
  'tenant.write': 'Change the tenant’s name and cloud.',
  'tenant.delete': 'Delete the tenant with everything in it.',
  'tenant.export': 'Take along everything of the tenant: download all of its data.',
  'trust.write': 'Say which private certificate authorities are trusted.',
  'endpoint.write': 'Add, change, tag, delete and restore endpoints.',
  'group.write': 'Make, change and delete groups of endpoints, which scopes are made of.',
  'scan.request': 'Start and cancel scans.',
  'lab.add': 'Add the practice lab and trust its certificate authority.',
  'policy.write': 'Write policies and choose the one that judges.',
  'domain.write': 'Prove control of domains, which active checks need.',
  'audit.read': 'Read the audit log.',
  'member.read': 'See who belongs to the tenant, who is invited, and which partners reach it.',
  'member.write': 'Invite people, change their roles and remove them.',
  'provider.write': 'Say how people sign in: identity providers, and the e-mail domains that come in through them.',
  'role.write': 'Write the tenant’s own roles.',
  'key.write': 'See, make, rotate and end API keys.',
  'delegation.write': 'Let partners in, narrow and end what they may do; at a partner, ask for it.',
  'technician.write': 'Group a partner’s people and say which customers they look after.',
} as const
export type Permission = keyof typeof permissions

const viewer: readonly Permission[] = ['tenant.read']
const operator: readonly Permission[] = [...viewer, 'endpoint.write', 'group.write', 'scan.request']
const admin: readonly Permission[] = [
  ...operator,
  'tenant.write',
  'tenant.export',
  'trust.write',
  'lab.add',
  'policy.write',
  'domain.write',
  'audit.read',
  'member.read',
  'member.write',
  'role.write',
  'key.write',
  'delegation.write',
  'technician.write',
]

export const rolePermissions: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  VIEWER: new Set(viewer),
  OPERATOR: new Set(operator),
  ADMIN: new Set(admin),
  OWNER: new Set(Object.keys(permissions) as Permission[]),
}

/** What nobody holds on behalf of another: access is given by the tenant's own people. */
const ownPeopleOnly: readonly Permission[] = [
  'tenant.delete',
  'tenant.export',
  'member.write',
  'provider.write',
  'role.write',
  'key.write',
  'delegation.write',
  'technician.write',
]

/** What concerns single endpoints, and so can be held for some of them alone. */
const endpointPermissions: ReadonlySet<Permission> = new Set<Permission>([
  'tenant.read',
  'endpoint.write',
  'scan.request',
])

/** What is left of permissions where the reach is narrowed to a scope: nothing that concerns the tenant as a whole. */
export const narrowedPermissions = (held: ReadonlySet<Permission>): ReadonlySet<Permission> =>
  both(held, endpointPermissions)

/** What lies in both of two sets of permissions. */
export const both = (a: ReadonlySet<Permission>, b: ReadonlySet<Permission>): ReadonlySet<Permission> =>
  new Set([...a].filter((permission) => b.has(permission)))

/** What a program or a partner may hold of a role. */
export const guestPermissions = (role: Role): ReadonlySet<Permission> =>
  new Set([...rolePermissions[role]].filter((permission) => !ownPeopleOnly.includes(permission)))

/** What a member holds: what the tenant's own role says where there is one, else what the role says. */
export const memberPermissions = (role: Role, patterns: readonly string[] | null): ReadonlySet<Permission> =>
  patterns && role !== 'OWNER' ? matchingPermissions(patterns) : rolePermissions[role]

/** The lesser of two roles. */
export const lesserRole = (a: Role, b: Role): Role => (roles.indexOf(a) > roles.indexOf(b) ? a : b)

/** A pattern over permission names: letters, digits, dots, hyphens, and `*` for any text. */
export const permissionPattern = /^[a-z0-9.*-]{1,40}$/

/** The permissions that match patterns like `endpoint.*` or `*.read`. */
export function matchingPermissions(patterns: readonly string[]): ReadonlySet<Permission> {
  const expressions = patterns
    .filter((pattern) => permissionPattern.test(pattern))
    // Several stars in a row mean no more than one, and would keep the matcher busy for ever.
    .map((pattern) => new RegExp(`^${pattern.replaceAll('.', '[.]').replaceAll(/\*+/g, '.*')}$`))
  const names = Object.keys(permissions) as Permission[]
  return new Set(names.filter((name) => expressions.some((expression) => expression.test(name))))
}

/** What a key with these patterns holds in its tenant. */
export const keyPermissions = (patterns: readonly string[]): ReadonlySet<Permission> =>
  both(guestPermissions('ADMIN'), matchingPermissions(patterns))
