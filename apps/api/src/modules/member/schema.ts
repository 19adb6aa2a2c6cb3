import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { permit } from '../../viewer.ts'
import { RoleEnum, TenantRef } from '../tenant/index.ts'
import { ViewerRef } from '../viewer/index.ts'
import { type InvitationRow, type MemberRow, membersOf, openInvitationsOf } from './loaders.ts'
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
    role: t.expose('role', { type: RoleEnum, description: 'What the person may do.' }),
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
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the person was asked.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When the link ends.' }),
    memberExpiresAt: t.expose('memberExpiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When the membership will end by itself.',
    }),
  }),
})

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
  description: 'Changes what a person may do. A tenant keeps at least one owner.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the membership.' }),
    role: t.field({ type: RoleEnum, required: true, description: 'What the person may do; only owners make owners.' }),
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
