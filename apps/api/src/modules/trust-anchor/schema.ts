import type { TrustAnchor } from '@sundown/db'
import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { TenantRef } from '../tenant/index.ts'
import { addTrustAnchor } from './verbs/add-trust-anchor.ts'
import { removeTrustAnchor } from './verbs/remove-trust-anchor.ts'

const AnchorRef = builder.objectRef<TrustAnchor>('TrustAnchor').implement({
  description: 'A root certificate that the tenant trusts beside the public ones.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (anchor) => encodeKey('TrustAnchor', anchor) }),
    name: t.exposeString('name', { description: 'Name as people read it.' }),
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the DER form, hexadecimal.' }),
    pem: t.exposeString('pem', { description: 'The certificate, PEM.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  }),
})

builder.objectField(TenantRef, 'trustAnchors', (t) =>
  t.field({
    type: [AnchorRef],
    description: 'Roots that it trusts beside the public ones.',
    resolve: ({ id }, _, context) =>
      context.read((tx) => tx.trustAnchor.findMany({ where: { tenantId: id }, orderBy: { id: 'asc' }, take: 500 })),
  }),
)

mutation('trustAnchorAdd', {
  description: 'Trusts a private certificate authority from the next scan on.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    name: t.string({ required: true, description: 'What you call it, at most 100 characters.' }),
    pem: t.string({ required: true, description: 'One CA certificate, PEM.' }),
  }),
  run: (ctx, input) => addTrustAnchor({ ctx, input }),
  payload: (t) => ({
    trustAnchor: t.field({ type: AnchorRef, description: 'The root.', resolve: (payload) => payload.trustAnchor }),
  }),
})

mutation('trustAnchorRemove', {
  description: 'Trusts a private certificate authority no more, from the next scan on.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the root.' }) }),
  run: (ctx, input) => removeTrustAnchor({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})
