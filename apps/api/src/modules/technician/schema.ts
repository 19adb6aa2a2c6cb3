import { permit } from '../../access/viewer.ts'
import { encodeId, encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { asScope, ScopeInputRef, ScopeRef } from '../scope/index.ts'
import { RoleEnum, TenantRef } from '../tenant/index.ts'
import { type AssignmentRow, type GroupRow, groupsOf } from './loaders.ts'
import { assignGroup } from './verbs/assign-group.ts'
import { deleteGroup } from './verbs/delete-group.ts'
import { saveGroup } from './verbs/save-group.ts'

const AssignmentRef = builder.objectRef<AssignmentRow>('TechnicianAssignment').implement({
  description: 'A customer that a group looks after.',
  fields: (t) => ({
    delegationId: t.id({
      description: 'Global id of the delegation that it uses.',
      resolve: ({ customerId, delegationId }) => encodeKey('Delegation', { tenantId: customerId, id: delegationId }),
    }),
    customerId: t.id({
      description: 'Global id of the customer.',
      resolve: ({ customerId }) => encodeId('Tenant', customerId),
    }),
    role: t.expose('role', { type: RoleEnum, description: 'The most that the group may do there.' }),
    scope: t.field({
      type: ScopeRef,
      nullable: true,
      description:
        'Endpoints there that the group is limited to, within those of the delegation; null for all of them.',
      resolve: ({ scope }) => asScope(scope),
    }),
  }),
})

const GroupRef = builder.objectRef<GroupRow>('TechnicianGroup').implement({
  description: 'A partner’s people who look after the same customers.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (group) => encodeKey('TechnicianGroup', group) }),
    name: t.exposeString('name', { description: 'Name as people read it.' }),
    memberIds: t.idList({
      description: 'Global ids of the memberships in it.',
      resolve: ({ tenantId, memberIds }) => memberIds.map((id) => encodeKey('Member', { tenantId, id })),
    }),
    assignments: t.field({
      type: [AssignmentRef],
      description: 'Customers that it looks after.',
      resolve: (group) => [...group.assignments],
    }),
  }),
})

builder.objectField(TenantRef, 'technicianGroups', (t) =>
  t.field({
    type: [GroupRef],
    description: 'At a partner: its groups of technicians. Needs MEMBER_READ.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'member.read')
      return groupsOf(context, tenant.id)
    },
  }),
)

mutation('technicianGroupSave', {
  description: 'Makes a group of technicians, or gives one another name or other people.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the partner.' }),
    id: t.id({ description: 'Global id of the group; none makes a new one.' }),
    name: t.string({ required: true, description: 'Name, at most 100 characters.' }),
    memberIds: t.idList({ required: true, description: 'Global ids of the memberships in it, all of them.' }),
  }),
  run: (ctx, input) => saveGroup({ ctx, input }),
  payload: (t) => ({
    group: t.field({ type: GroupRef, description: 'The group.', resolve: (payload) => payload.group }),
  }),
})

mutation('technicianGroupDelete', {
  description: 'Ends a group; its people lose the customers that they reached by it at once.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the group.' }) }),
  run: (ctx, input) => deleteGroup({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})

mutation('technicianGroupAssign', {
  description: 'Says that a group looks after a customer, and how much it may do there; no role takes it back.',
  input: (t) => ({
    groupId: t.id({ required: true, description: 'Global id of the group.' }),
    delegationId: t.id({ required: true, description: 'Global id of the delegation.' }),
    role: t.field({ type: RoleEnum, description: 'The most it may do; never more than the delegation allows.' }),
    scope: t.field({
      type: ScopeInputRef,
      description: 'Endpoints of the customer that the group is limited to; none for all that the delegation allows.',
    }),
  }),
  run: (ctx, input) => assignGroup({ ctx, input }),
  payload: (t) => ({
    group: t.field({ type: GroupRef, description: 'The group.', resolve: (payload) => payload.group }),
  }),
})
