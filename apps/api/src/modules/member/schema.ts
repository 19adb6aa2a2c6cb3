import { permit } from '../../access/viewer.ts'
import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { CustomRoleRef } from '../custom-role/index.ts'
import { asScope, ScopeInputRef, ScopeRef } from '../scope/index.ts'
import { RoleEnum, TenantRef } from '../tenant/index.ts'
import { ViewerRef } from '../viewer/index.ts'
import {
  customRoleOf,
  type InvitationRow,
  type MemberRow,
  membersOf,
  type OpenInvitation,
  openInvitation,
  openInvitationsOf,
} from './loaders.ts'
import { acceptInvitation } from './verbs/accept-invitation.ts'
import { invite } from './verbs/invite.ts'
import { removeMember } from './verbs/remove-member.ts'
import { revokeInvitation } from './verbs/revoke-invitation.ts'
import { updateMember } from './verbs/update-member.ts'

const MemberRef = builder.objectRef<MemberRow>('Member').implement({
  description: 'A person’s place in a tenant.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (member) => encodeKey('Member', member) }),
    name: t.string({ description: 'The person’s name.', resolve: ({ user }) => user.name }),
    email: t.string({ description: 'Address the person signs in with.', resolve: ({ user }) => user.email }),
    role: t.expose('role', {
      type: RoleEnum,
      description: 'What the person may do, unless there is a role of the tenant’s own.',
    }),
    customRole: t.field({
      type: CustomRoleRef,
      nullable: true,
      description: 'The tenant’s own role that the person has in place of `role`.',
      resolve: (row, _, context) => customRoleOf(context, row),
    }),
    scope: t.field({
      type: ScopeRef,
      nullable: true,
      description: 'Endpoints that the person is limited to; null for all.',
      resolve: ({ scope }) => asScope(scope),
    }),
    isViewer: t.boolean({
      description: 'Whether it is you.',
      resolve: ({ userId }, _, { viewer }) => viewer?.userId === userId,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person joined.' }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the membership ends by itself.',
    }),
  }),
})

const InvitationRef = builder.objectRef<InvitationRow>('Invitation').implement({
  description: 'A person asked to join.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (invitation) => encodeKey('Invitation', invitation) }),
    email: t.exposeString('email', { description: 'Who is asked.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What the person will be allowed.' }),
    customRole: t.field({
      type: CustomRoleRef,
      nullable: true,
      description: 'The tenant’s own role that the person will have in its place.',
      resolve: (row, _, context) => customRoleOf(context, row),
    }),
    scope: t.field({
      type: ScopeRef,
      nullable: true,
      description: 'Endpoints that the person will be limited to; null for all.',
      resolve: ({ scope }) => asScope(scope),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person was asked.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the link ends.' }),
    memberExpiresAt: t.expose('memberExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the membership will end by itself.',
    }),
  }),
})

const OpenInvitationRef = builder.objectRef<OpenInvitation>('OpenInvitation').implement({
  description: 'An invitation as its link tells of it, before anybody has signed in.',
  fields: (t) => ({
    tenantName: t.exposeString('tenantName', { description: 'The organisation that invites.' }),
    inviterName: t.exposeString('inviterName', {
      nullable: true,
      description: 'The person who invites; null where that person has left or a program did it.',
    }),
    email: t.exposeString('email', { description: 'Who is asked.' }),
    role: t.expose('role', { type: RoleEnum, description: 'What the person will be allowed.' }),
    customRoleName: t.exposeString('customRoleName', {
      nullable: true,
      description: 'Name of the organisation’s own role that the person will have in its place.',
    }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the link ends.' }),
    memberExpiresAt: t.expose('memberExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the membership will end by itself.',
    }),
    hasAccount: t.exposeBoolean('hasAccount', {
      description: 'Whether there is an account with this address, which has to sign in first.',
    }),
  }),
})

builder.queryField('invitation', (t) =>
  t.field({
    type: OpenInvitationRef,
    nullable: true,
    description: 'What the link of an invitation is for; null where it is over or none. Needs no login.',
    args: { token: t.arg.string({ required: true, description: 'The last part of the link.' }) },
    complexity: 20,
    resolve: (_, { token }, context) => openInvitation(context, token),
  }),
)

builder.objectFields(TenantRef, (t) => ({
  members: t.field({
    type: [MemberRef],
    description: 'Who belongs to it. Needs MEMBER_READ.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'member.read')
      return membersOf(context, tenant.id)
    },
  }),
  invitations: t.field({
    type: [InvitationRef],
    description: 'Who was asked and has not answered. Needs MEMBER_READ.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'member.read')
      return openInvitationsOf(context, tenant.id)
    },
  }),
}))

mutation('memberInvite', {
  description: 'Asks a person to join. An older invitation of the same address ends.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    email: t.string({ required: true, description: 'Address of the person.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'What the person may do; only owners make owners.' }),
    customRoleId: t.id({
      description: 'Global id of a role of the tenant’s own, which then holds in place of `role`.',
    }),
    scope: t.field({ type: ScopeInputRef, description: 'Endpoints that the person is limited to; none for all.' }),
    memberDays: t.int({ description: 'Days after which the membership ends by itself; none for never.' }),
  }),
  run: (ctx, input) => invite({ ctx, input }),
  payload: (t) => ({
    invitation: t.field({ type: InvitationRef, description: 'About it.', resolve: (payload) => payload.invitation }),
    link: t.string({
      nullable: true,
      description:
        'Pass this on yourself where no mail server is set; null where a letter brings it. For 7 days, once.',
      resolve: (payload) => payload.link,
    }),
  }),
})

mutation('invitationAccept', {
  description: 'Joins by the link of an invitation, and signs in. Who has an account already signs in first.',
  input: (t) => ({
    token: t.string({ required: true, description: 'The last part of the link.' }),
    name: t.string({ description: 'Your name, where you have no account yet.' }),
    password: t.string({ description: '10 to 128 characters, where you have no account yet.' }),
  }),
  run: (ctx, input) => acceptInvitation({ ctx, input }),
  payload: (t) => ({
    viewer: t.field({ type: ViewerRef, description: 'You, signed in.', resolve: (payload) => payload.viewer }),
    tenant: t.field({ type: TenantRef, description: 'Where you belong now.', resolve: (payload) => payload.tenant }),
  }),
})

mutation('invitationRevoke', {
  description: 'Takes an invitation back.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the invitation.' }) }),
  run: (ctx, input) => revokeInvitation({ ctx, input }),
  payload: (t) => ({
    invitation: t.field({ type: InvitationRef, description: 'The ended one.', resolve: (p) => p.invitation }),
  }),
})

mutation('memberUpdate', {
  description:
    'Changes what a person may do, where, and for how long. A tenant keeps at least one owner, who is not limited.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the membership.' }),
    role: t.field({
      type: RoleEnum,
      description: 'What the person may do; only owners make owners. Left out, it stays.',
    }),
    customRoleId: t.id({
      description: 'Global id of a role of the tenant’s own, in place of `role`; null for none, left out, it stays.',
    }),
    scope: t.field({
      type: ScopeInputRef,
      description: 'Endpoints that the person is limited to; null for all, left out, it stays.',
    }),
    memberDays: t.int({
      description: 'Days from now after which the membership ends by itself; null for never, left out, it stays.',
    }),
  }),
  run: (ctx, input) => updateMember({ ctx, input }),
  payload: (t) => ({
    member: t.field({ type: MemberRef, description: 'The changed membership.', resolve: (p) => p.member }),
  }),
})

mutation('memberRemove', {
  description: 'Ends a membership at once. A tenant keeps at least one owner.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the membership.' }) }),
  run: (ctx, input) => removeMember({ ctx, input }),
  payload: (t) => ({
    member: t.field({ type: MemberRef, description: 'What it was.', resolve: (payload) => payload.member }),
  }),
})
