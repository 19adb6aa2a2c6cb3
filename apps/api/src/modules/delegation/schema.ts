import type { DelegationStatus } from '@sundown/db'
import { partnerIn, permit } from '../../access/viewer.ts'
import { encodeId, encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { mutation } from '../../graphql/mutation.ts'
import { customRoleByKey } from '../custom-role/index.ts'
import { asScope, ScopeInputRef, ScopeRef } from '../scope/index.ts'
import { RoleEnum, TenantRef, tenantById } from '../tenant/index.ts'
import { customersOf, type DelegationRow, partnersOf, statusAt } from './loaders.ts'
import { approveDelegation } from './verbs/approve-delegation.ts'
import { endDelegation } from './verbs/end-delegation.ts'
import { narrowDelegation } from './verbs/narrow-delegation.ts'
import { refuseDelegation } from './verbs/refuse-delegation.ts'
import { requestDelegation } from './verbs/request-delegation.ts'

const StatusEnum = describedEnum<DelegationStatus>('DelegationStatus', 'Where a delegation stands.', {
  REQUESTED: 'The partner asked; the customer has not answered.',
  ACTIVE: 'The customer approved, and the end has not come.',
  REFUSED: 'The customer said no.',
  ENDED: 'One of the two ended it, or its time ran out.',
  LAPSED: 'Nobody answered for 90 days.',
})

export const DelegationRef = builder.objectRef<DelegationRow>('Delegation').implement({
  description: 'A partner’s access to a customer, which the customer approved.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (row) => encodeKey('Delegation', row) }),
    customerId: t.id({ description: 'Global id of the customer.', resolve: (row) => encodeId('Tenant', row.tenantId) }),
    customerName: t.exposeString('customerName', { description: 'Its name when it was asked.' }),
    partnerId: t.id({ description: 'Global id of the partner.', resolve: (row) => encodeId('Tenant', row.partnerId) }),
    partnerName: t.exposeString('partnerName', { description: 'Its name when it asked.' }),
    status: t.field({
      type: StatusEnum,
      description: 'Where it stands.',
      resolve: (row, _, { app }) => statusAt(row, app.now()),
    }),
    role: t.expose('role', { type: RoleEnum, description: 'The most that the partner’s people may do.' }),
    customRoleName: t.string({
      nullable: true,
      description: 'At the customer: its own role that narrows `role`.',
      resolve: async ({ tenantId, customRoleId }, _, context) =>
        customRoleId ? ((await customRoleByKey(context, { tenantId, id: customRoleId }))?.name ?? null) : null,
    }),
    scope: t.field({
      type: ScopeRef,
      nullable: true,
      description: 'Endpoints that it is limited to; null for all.',
      resolve: ({ scope }) => asScope(scope),
    }),
    days: t.exposeInt('days', { description: 'Days from the approval on.' }),
    extends: t.exposeBoolean('extends', {
      description:
        'Whether the end moves on by itself: asked for by the partner and, once active, allowed by the customer.',
    }),
    extendedAt: t.expose('extendedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the end last moved by itself.',
    }),
    createdByPartner: t.boolean({
      description: 'Whether the partner created the customer, and hands it over: nobody else asked or answered.',
      resolve: ({ requestedBy, decidedBy }) => requestedBy === decidedBy,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'What the partner says it is for.' }),
    requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true, description: 'When the customer answered.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', nullable: true, description: 'When the access ends.' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true, description: 'When it was ended.' }),
  }),
})

builder.objectFields(TenantRef, (t) => ({
  viewerPartner: t.field({
    type: TenantRef,
    nullable: true,
    description: 'The partner on whose behalf you are here; null where you are one of its own people.',
    resolve: ({ id }, _, context) => {
      const partnerId = partnerIn(context.viewer, id)
      return partnerId ? tenantById(context, partnerId) : null
    },
  }),
  partners: t.field({
    type: [DelegationRef],
    description: 'Partners that were let in or asked to be, newest first. Needs MEMBER_READ.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'member.read')
      return partnersOf(context, tenant.id)
    },
  }),
  customers: t.field({
    type: [DelegationRef],
    description: 'At a partner: customers that let it in or were asked to, newest first. Needs MEMBER_READ.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'member.read')
      return customersOf(context, tenant.id)
    },
  }),
}))

mutation('delegationRequest', {
  description: 'As a partner, asks a customer to be let in. Unanswered, it lapses after 90 days.',
  input: (t) => ({
    partnerId: t.id({ required: true, description: 'Global id of your tenant, a partner.' }),
    customerId: t.id({ required: true, description: 'Global id of the customer, which the customer tells you.' }),
    customerName: t.string({ required: true, description: 'What you call the customer.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'The most that your people may do; not OWNER.' }),
    days: t.int({ required: true, description: 'Days from the approval on, 1 to 730.' }),
    scope: t.field({
      type: ScopeInputRef,
      description: 'Endpoints of the customer, where you know their ids; none for all. The customer may say otherwise.',
    }),
    extends: t.boolean({
      description: 'Asks that the end moves on by itself, each time by as many days; the customer may allow it.',
    }),
    reason: t.string({ description: 'What it is for, at most 500 characters.' }),
  }),
  run: (ctx, input) => requestDelegation({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({ type: DelegationRef, description: 'The request.', resolve: (p) => p.delegation }),
  }),
})

mutation('delegationApprove', {
  description: 'As the customer, lets the partner in: as asked, or with less.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the delegation.' }),
    role: t.field({ type: RoleEnum, description: 'A lesser role than asked for.' }),
    customRoleId: t.id({ description: 'Global id of a role of your own that narrows `role` further.' }),
    days: t.int({ description: 'Fewer days than asked for.' }),
    scope: t.field({
      type: ScopeInputRef,
      description: 'Endpoints that it is limited to: null for all, left out, those that were asked for.',
    }),
    extends: t.boolean({
      description: 'Allows that the end moves on by itself, where the partner asked; false unless told.',
    }),
  }),
  run: (ctx, input) => approveDelegation({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({ type: DelegationRef, description: 'The delegation.', resolve: (p) => p.delegation }),
  }),
})

mutation('delegationNarrow', {
  description:
    'As the customer, allows less from now on: a lesser role, fewer endpoints, an earlier end, no extension.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the delegation.' }),
    role: t.field({ type: RoleEnum, description: 'A lesser role; left out, it stays.' }),
    customRoleId: t.id({ description: 'Global id of a role of your own that narrows `role`; left out, it stays.' }),
    days: t.int({
      description: 'Days from now on until it ends, at most as long as it would last; left out, it stays.',
    }),
    scope: t.field({
      type: ScopeInputRef,
      description: 'Endpoints that it is limited to from now on, whatever it was before; left out, it stays.',
    }),
    extends: t.boolean({ description: 'False: the end no longer moves by itself; left out, it stays.' }),
  }),
  run: (ctx, input) => narrowDelegation({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({ type: DelegationRef, description: 'The delegation.', resolve: (p) => p.delegation }),
  }),
})

mutation('delegationRefuse', {
  description: 'As the customer, says no to a request.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the delegation.' }) }),
  run: (ctx, input) => refuseDelegation({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({ type: DelegationRef, description: 'The delegation.', resolve: (p) => p.delegation }),
  }),
})

mutation('delegationEnd', {
  description: 'As either side, ends a delegation, or takes a request back, at once.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the delegation.' }) }),
  run: (ctx, input) => endDelegation({ ctx, input }),
  payload: (t) => ({
    delegation: t.field({ type: DelegationRef, description: 'The delegation.', resolve: (p) => p.delegation }),
  }),
})
