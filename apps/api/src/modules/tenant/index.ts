export { tenantName } from './inputs.ts'
export { type TenantRow, tenantById, tenantColumns } from './loaders.ts'
export { PermissionEnum, RoleEnum, TenantRef } from './schema.ts'
export { insertTenant } from './verbs/create-tenant.ts'
