import { type Cloud, clouds } from '@sundown/core/deadlines'
import {
  narrowedPermissions,
  type Permission,
  permissions,
  type Role,
  rolePermissions,
  roles,
} from '../../access/roles.ts'
import { isNarrowed, permissionsIn, roleIn } from '../../access/viewer.ts'
import { encodeId } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { CloudEnum } from '../../graphql/cloud.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { mutation } from '../../graphql/mutation.ts'
import { nodeTypeBy } from '../../graphql/node.ts'
import { type TenantRow, tenantById, tenantBySlug } from './loaders.ts'
import { createTenant } from './verbs/create-tenant.ts'
import { deleteTenant } from './verbs/delete-tenant.ts'
import { updateTenant } from './verbs/update-tenant.ts'

export const RoleEnum = describedEnum<Role>('Role', 'What a member may do; each role includes the ones below it.', {
  OWNER: 'Everything, including members and the end of the tenant.',
  ADMIN: 'Everything but owners and the end of the tenant.',
  OPERATOR: 'Endpoints and scans.',
  VIEWER: 'Reading.',
})

export const PermissionEnum = builder.enumType('Permission', {
  description: 'One thing that a role allows.',
  values: Object.fromEntries(
    (Object.keys(permissions) as Permission[]).map((value) => [
      value.replaceAll(/[.-]/g, '_').toUpperCase(),
      { value, description: permissions[value] },
    ]),
  ) as Record<string, { value: Permission; description: string }>,
})

const TenantKindEnum = describedEnum<TenantRow['kind']>('TenantKind', 'What kind of organisation a tenant is.', {
  CUSTOMER: 'Looks after its own servers and clients.',
  PARTNER: 'Looks after customers that let it in.',
})

const RoleGrantRef = builder.objectRef<Role>('RoleGrant').implement({
  description: 'A role with what it allows.',
  fields: (t) => ({
    role: t.field({ type: RoleEnum, description: 'The role.', resolve: (role) => role }),
    permissions: t.field({
      type: [PermissionEnum],
      description: 'What it allows.',
      resolve: (role) => [...rolePermissions[role]],
    }),
  }),
})

builder.queryField('roles', (t) =>
  t.field({
    type: [RoleGrantRef],
    description: 'The roles of every tenant, the strongest first, each with all that it allows.',
    resolve: () => [...roles],
  }),
)

const PermissionGrantRef = builder.objectRef<Permission>('PermissionEntry').implement({
  description: 'A line of the table of permissions.',
  fields: (t) => ({
    permission: t.field({ type: PermissionEnum, description: 'The permission.', resolve: (name) => name }),
    name: t.string({
      description: 'Its name as patterns match it, for instance endpoint.write.',
      resolve: (name) => name,
    }),
    description: t.string({ description: 'What it allows, in English.', resolve: (name) => permissions[name] }),
    scoped: t.boolean({
      description: 'Whether somebody who is limited to some endpoints can hold it.',
      resolve: (name) => narrowedPermissions(new Set([name])).size > 0,
    }),
  }),
})

builder.queryField('permissions', (t) =>
  t.field({
    type: [PermissionGrantRef],
    description: 'Every permission there is, in the order of the table.',
    resolve: () => Object.keys(permissions) as Permission[],
  }),
)

export const TenantRef = builder.objectRef<TenantRow>('Tenant')

nodeTypeBy(
  'Tenant',
  TenantRef,
  'An organisation, and the border that no row crosses.',
  (tenant) => encodeId('Tenant', tenant.id),
  async (context, [id, ...rest]) => (id && rest.length === 0 ? tenantById(context, id) : null),
)

builder.objectFields(TenantRef, (t) => ({
  name: t.exposeString('name', { description: 'Name as people read it.' }),
  slug: t.exposeString('slug', { description: 'Name in addresses: lower case letters, digits and hyphens.' }),
  kind: t.expose('kind', { type: TenantKindEnum, description: 'Customer or partner.' }),
  cloud: t.field({
    type: CloudEnum,
    description: 'Microsoft cloud that it lives in, which decides the dates.',
    resolve: (tenant): Cloud => clouds.find((cloud) => cloud === tenant.cloud) ?? 'worldwide',
  }),
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the tenant was created.' }),
  viewerRole: t.field({
    type: RoleEnum,
    description: 'Your role here.',
    resolve: (tenant, _, { viewer }) => roleIn(viewer, tenant.id) ?? 'VIEWER',
  }),
  viewerIsNarrowed: t.boolean({
    description: 'Whether you reach some of its endpoints alone; every list and total counts those.',
    resolve: (tenant, _, { viewer }) => isNarrowed(viewer, tenant.id),
  }),
  viewerPermissions: t.field({
    type: [PermissionEnum],
    description: 'What you may do here, so that a client needs no table of its own.',
    resolve: (tenant, _, { viewer }) => [...permissionsIn(viewer, tenant.id)],
  }),
}))

builder.queryField('tenant', (t) =>
  t.field({
    type: TenantRef,
    nullable: true,
    description: 'A tenant by its slug; null where there is none or it is not yours to see.',
    args: { slug: t.arg.string({ required: true, description: 'Name in addresses.' }) },
    resolve: (_, { slug }, context) => tenantBySlug(context, slug),
  }),
)

mutation('tenantCreate', {
  description: 'Creates a tenant that you own.',
  input: (t) => ({
    name: t.string({ required: true, description: 'Name as people read it, at most 100 characters.' }),
    kind: t.field({ type: TenantKindEnum, description: 'CUSTOMER unless told.' }),
  }),
  run: (ctx, input) => createTenant({ ctx, input }),
  payload: (t) => ({
    tenant: t.field({ type: TenantRef, description: 'The new tenant.', resolve: (payload) => payload.tenant }),
  }),
})

mutation('tenantUpdate', {
  description: 'Changes name, slug, cloud or kind. Another cloud judges stored facts again by its dates.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the tenant.' }),
    name: t.string({ description: 'Name as people read it, at most 100 characters; addresses keep the old slug.' }),
    slug: t.string({
      description: 'Name in addresses: lower case letters, digits and hyphens, 1 to 63; old links end.',
    }),
    cloud: t.field({ type: CloudEnum, description: 'Microsoft cloud that it lives in.' }),
    kind: t.field({ type: TenantKindEnum, description: 'Whether it looks after customers.' }),
  }),
  run: (ctx, input) => updateTenant({ ctx, input }),
  payload: (t) => ({
    tenant: t.field({ type: TenantRef, description: 'The changed tenant.', resolve: (payload) => payload.tenant }),
  }),
})

mutation('tenantDelete', {
  description: 'Deletes a tenant with everything that belongs to it, its audit log included. Nothing brings it back.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the tenant.' }),
    name: t.string({ required: true, description: 'Its name, to be sure.' }),
  }),
  run: (ctx, input) => deleteTenant({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})
