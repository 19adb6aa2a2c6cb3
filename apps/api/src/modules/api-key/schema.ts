import { permit } from '../../access/viewer.ts'
import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { asScope, ScopeInputRef, ScopeRef } from '../scope/index.ts'
import { TenantRef } from '../tenant/index.ts'
import { type KeyRow, keysOf, makerOf } from './loaders.ts'
import { createKey } from './verbs/create-key.ts'
import { revokeKey } from './verbs/revoke-key.ts'
import { rotateKey } from './verbs/rotate-key.ts'

const KeyRef = builder.objectRef<KeyRow>('ApiKey').implement({
  description: 'A key for programs, sent as `Authorization: Bearer`. The key itself is shown once and not kept.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (key) => encodeKey('ApiKey', key) }),
    name: t.exposeString('name', { description: 'Name as people read it.' }),
    prefix: t.exposeString('prefix', { description: 'First characters, to tell it by.' }),
    scopes: t.exposeStringList('scopes', { description: 'Patterns over permissions, for instance endpoint.*' }),
    scope: t.field({
      type: ScopeRef,
      nullable: true,
      description: 'Endpoints that it is limited to; null for all.',
      resolve: ({ scope }) => asScope(scope),
    }),
    technicianGroupId: t.id({
      nullable: true,
      description: 'At a partner: the group of technicians whose customers it reaches as well.',
      resolve: ({ tenantId, groupId }) => (groupId ? encodeKey('TechnicianGroup', { tenantId, id: groupId }) : null),
    }),
    ipRanges: t.exposeStringList('ipRanges', { description: 'Addresses it may be used from; empty for any.' }),
    makerName: t.string({
      nullable: true,
      description: 'The person who made it; null where that person has left.',
      resolve: (key, _, context) => makerOf(context, key),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    expiresAt: t.expose('expiresAt', { type: 'DateTime', description: 'When it ends.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to within a few minutes.',
    }),
    revokedAt: t.expose('revokedAt', { type: 'DateTime', nullable: true, description: 'When it was ended early.' }),
  }),
})

builder.objectField(TenantRef, 'apiKeys', (t) =>
  t.field({
    type: [KeyRef],
    description: 'Its keys, newest first. Needs KEY_WRITE.',
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'key.write')
      return keysOf(context, tenant.id)
    },
  }),
)

mutation('apiKeyCreate', {
  description: 'Makes a key. Copy it from the answer: it is shown this once.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    name: t.string({ required: true, description: 'What it is for, at most 100 characters.' }),
    scopes: t.stringList({
      required: true,
      description: 'Patterns over permissions in dotted form, for instance tenant.read, endpoint.*, scan.request.',
    }),
    scope: t.field({
      type: ScopeInputRef,
      description: 'Endpoints that it is limited to, also those of customers; none for all.',
    }),
    technicianGroupId: t.id({
      description: 'At a partner: a group of technicians, whose customers the key then reaches as they do.',
    }),
    ipRanges: t.stringList({ description: 'CIDR ranges it may be used from; none for any.' }),
    days: t.int({ description: 'Days until it ends: 90 unless told, at most 730.' }),
  }),
  run: (ctx, input) => createKey({ ctx, input }),
  payload: (t) => ({
    apiKey: t.field({ type: KeyRef, description: 'About the key.', resolve: (payload) => payload.apiKey }),
    secret: t.string({ description: 'The key itself.', resolve: (payload) => payload.secret }),
  }),
})

mutation('apiKeyRotate', {
  description: 'Makes a key that takes an older one’s place. Both work until the older one ends.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the older key.' }),
    overlapHours: t.int({ description: 'Hours until the older one ends: 24 unless told, at most 720; 0 ends it now.' }),
  }),
  run: (ctx, input) => rotateKey({ ctx, input }),
  payload: (t) => ({
    apiKey: t.field({ type: KeyRef, description: 'About the new key.', resolve: (payload) => payload.apiKey }),
    secret: t.string({ description: 'The new key itself.', resolve: (payload) => payload.secret }),
  }),
})

mutation('apiKeyRevoke', {
  description: 'Ends a key at once.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the key.' }) }),
  run: (ctx, input) => revokeKey({ ctx, input }),
  payload: (t) => ({
    apiKey: t.field({ type: KeyRef, description: 'The ended key.', resolve: (payload) => payload.apiKey }),
  }),
})
