import { matchingPermissions } from '../../access/roles.ts'
import { permit } from '../../access/viewer.ts'
import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { PermissionEnum, TenantRef } from '../tenant/index.ts'
import { type CustomRoleRow, customRolesOf, membersWith } from './loaders.ts'
import { deleteRole } from './verbs/delete-role.ts'
import { saveRole } from './verbs/save-role.ts'

export const CustomRoleRef = builder.objectRef<CustomRoleRow>('CustomRole').implement({
  description: 'A role of the tenant’s own. Whoever has it holds its permissions in place of those of their role.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (role) => encodeKey('CustomRole', role) }),
    name: t.exposeString('name', { description: 'Name as people read it.' }),
    patterns: t.stringList({
      description: 'Patterns over permissions in dotted form, for instance endpoint.* or *.read.',
      resolve: (role) => role.permissions,
    }),
    permissions: t.field({
      type: [PermissionEnum],
      description: 'What they come to.',
      resolve: (role) => [...matchingPermissions(role.permissions)],
    }),
    members: t.int({
      description: 'How many members have it.',
      resolve: (role, _, context) => membersWith(context, role),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
  }),
})

builder.objectField(TenantRef, 'customRoles', (t) =>
  t.field({
    type: [CustomRoleRef],
    description: 'Its own roles, by name. Needs MEMBER_READ.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'member.read')
      return customRolesOf(context, tenant.id)
    },
  }),
)

mutation('customRoleSave', {
  description: 'Makes a role of the tenant’s own, or changes one. It holds at most what you hold yourself.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    id: t.id({ description: 'Global id of the role; none makes a new one.' }),
    name: t.string({ required: true, description: 'Name, at most 100 characters.' }),
    patterns: t.stringList({
      required: true,
      description: 'Patterns over permissions in dotted form, for instance endpoint.*, *.read; 1 to 30.',
    }),
  }),
  run: (ctx, input) => saveRole({ ctx, input }),
  payload: (t) => ({
    role: t.field({ type: CustomRoleRef, description: 'The role.', resolve: (payload) => payload.role }),
  }),
})

mutation('customRoleDelete', {
  description: 'Ends a role that nobody has.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the role.' }) }),
  run: (ctx, input) => deleteRole({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})
