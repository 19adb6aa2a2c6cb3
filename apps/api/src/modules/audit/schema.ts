import type { AuditProof } from '@sundown/db'
import { permit, permitOperator } from '../../access/viewer.ts'
import { tenantIdOf } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { pageOf, pageSize, pageWindow } from '../../graphql/page.ts'
import { TenantRef } from '../tenant/index.ts'
import {
  countEntries,
  type EntryRow,
  listDeeds,
  listEntries,
  type OperatorRow,
  partnerNameOf,
  proofOf,
} from './loaders.ts'

const ActorKindEnum = describedEnum<EntryRow['actorKind']>('ActorKind', 'What acted.', {
  USER: 'A person.',
  KEY: 'A program with an API key.',
  SYSTEM: 'The product itself.',
})

const EntryRef = builder.objectRef<EntryRow>('AuditEntry').implement({
  description: 'One thing that was done or looked at. Written once; its hash covers the one before.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number within the tenant, from 1 without a gap.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actorKind: t.expose('actorKind', { type: ActorKindEnum, description: 'What acted.' }),
    actorId: t.exposeString('actorId', { nullable: true, description: 'The person or key.' }),
    actorName: t.exposeString('actorName', { nullable: true, description: 'Its name at that time.' }),
    partnerId: t.exposeString('partnerId', { nullable: true, description: 'Partner on whose staff the person acted.' }),
    partnerName: t.string({
      nullable: true,
      description: 'What that partner is called.',
      resolve: (entry, _, context) => partnerNameOf(context, entry),
    }),
    action: t.exposeString('action', { description: 'What was done, by the name of the mutation or query.' }),
    subjectKind: t.exposeString('subjectKind', { nullable: true, description: 'Kind of the thing it was done to.' }),
    subjectId: t.exposeString('subjectId', { nullable: true, description: 'The thing.' }),
    before: t.field({ type: 'JSON', nullable: true, description: 'Changed fields before.', resolve: (e) => e.before }),
    after: t.field({ type: 'JSON', nullable: true, description: 'Changed fields after.', resolve: (e) => e.after }),
    address: t.exposeString('address', { nullable: true, description: 'Address that the request came from.' }),
    requestId: t.exposeString('requestId', { nullable: true, description: 'Id of the request, as in the logs.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 over this entry and the hash before.' }),
  }),
})

const ProofRef = builder.objectRef<AuditProof>('AuditProof').implement({
  description: 'Whether the log is as it was written.',
  fields: (t) => ({
    entries: t.exposeInt('entries', { description: 'How many entries there are.' }),
    lastHash: t.exposeString('lastHash', {
      description: 'Hash of the newest. Kept elsewhere with the number, it shows later that no end was cut off.',
    }),
    brokenAt: t.exposeInt('brokenAt', {
      nullable: true,
      description: 'First entry that was changed, removed or put in; null where the chain holds.',
    }),
  }),
})

builder.objectFields(TenantRef, (t) => ({
  auditEntries: t.connection(
    {
      type: EntryRef,
      description: 'What was done here, newest first. Needs AUDIT_READ.',
      args: {
        action: t.arg.string({ description: 'Only this action.' }),
        actorId: t.arg.string({ description: 'Only by this person or key.' }),
        subjectId: t.arg.string({ description: 'Only to this thing.' }),
        partnerId: t.arg.id({ description: 'Only by this partner’s people; its global id.' }),
        looks: t.arg.boolean({ description: 'True: only what partners looked at; false: only what was changed.' }),
        search: t.arg.string({
          description: 'Words, each in the name of who acted, the action, the thing or the address.',
        }),
        from: t.arg({ type: 'DateTime', description: 'Not before.' }),
        to: t.arg({ type: 'DateTime', description: 'Before.' }),
      },
      complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
      resolve: async (tenant, args, context) => {
        permit(context.viewer, tenant.id, 'audit.read')
        const window = pageWindow(args)
        const partnerId = args.partnerId ? tenantIdOf(args.partnerId, ['partnerId']) : null
        const filter = { ...args, partnerId, tenantId: tenant.id }
        const rows = await listEntries(context, filter, window)
        return { ...pageOf(window, rows, ({ number }) => [null, String(number)]), filter }
      },
    },
    {
      description: 'A page of the audit log.',
      fields: (f) => ({
        totalCount: f.int({
          description: 'How many there are in all, under the same filter.',
          resolve: ({ filter }, _, context) => countEntries(context, filter),
        }),
      }),
    },
    { description: 'An entry at its place in the log.' },
  ),
  auditProof: t.field({
    type: ProofRef,
    description: 'Computes the chain of the audit log again. Needs AUDIT_READ.',
    complexity: 500,
    resolve: (tenant, _, context) => {
      permit(context.viewer, tenant.id, 'audit.read')
      return proofOf(context, tenant.id)
    },
  }),
}))

const OperatorEntryRef = builder.objectRef<OperatorRow>('OperatorEntry').implement({
  description:
    'One thing that an operator did for the whole installation. Written once; its hash covers the one before.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Number within the installation, from 1 without a gap.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    actorId: t.exposeString('actorId', { description: 'The person.' }),
    actorName: t.exposeString('actorName', { description: 'Their name at that time.' }),
    action: t.exposeString('action', { description: 'What was done, by the name of the mutation.' }),
    subjectKind: t.exposeString('subjectKind', { description: 'Kind of the thing it was done to.' }),
    subjectId: t.exposeString('subjectId', { description: 'The thing.' }),
    before: t.field({ type: 'JSON', nullable: true, description: 'Changed fields before.', resolve: (e) => e.before }),
    after: t.field({ type: 'JSON', nullable: true, description: 'Changed fields after.', resolve: (e) => e.after }),
    address: t.exposeString('address', { nullable: true, description: 'Address that the request came from.' }),
    requestId: t.exposeString('requestId', { nullable: true, description: 'Id of the request, as in the logs.' }),
    hash: t.exposeString('hash', { description: 'SHA-256 over this entry and the hash before.' }),
  }),
})

builder.queryField('operatorLog', (t) =>
  t.connection(
    {
      type: OperatorEntryRef,
      description: 'What operators did for the whole installation, newest first. For operators.',
      complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
      resolve: async (_, args, context) => {
        permitOperator(context.viewer)
        const window = pageWindow(args)
        return pageOf(window, await listDeeds(context, window), ({ number }) => [null, String(number)])
      },
    },
    { description: 'A page of the installation’s log.' },
    { description: 'An entry at its place in the log.' },
  ),
)
