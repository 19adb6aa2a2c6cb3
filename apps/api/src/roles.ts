/** The one table of who may do what inside a tenant. Documentation and the portal's buttons come from it. */

export const roles = ['OWNER', 'ADMIN', 'OPERATOR', 'VIEWER'] as const
export type Role = (typeof roles)[number]

export const permissions = {
  'tenant.read': 'See the tenant, its endpoints, scans and findings.',
  'endpoint.write': 'Add, change, delete and restore endpoints.',
  'scan.request': 'Start and cancel scans.',
  'lab.add': 'Add the practice lab and trust its certificate authority.',
  'policy.write': 'Write policies and choose the one that judges.',
  'audit.read': 'Read the audit log.',
} as const
export type Permission = keyof typeof permissions

const viewer: readonly Permission[] = ['tenant.read']
const operator: readonly Permission[] = [...viewer, 'endpoint.write', 'scan.request']
const admin: readonly Permission[] = [...operator, 'lab.add', 'policy.write', 'audit.read']

export const rolePermissions: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  VIEWER: new Set(viewer),
  OPERATOR: new Set(operator),
  ADMIN: new Set(admin),
  OWNER: new Set(Object.keys(permissions) as Permission[]),
}
