import type { ProtocolVersion } from '@sundown/core/facts'
import type { Verdict } from '@sundown/core/finding'
import { builder } from '../../graphql/builder.ts'
import { DeadlineRef, nextDeadlineOf } from '../deadline/index.ts'
import { VerdictEnum } from '../endpoint/index.ts'
import { ProtocolVersionEnum } from '../observation/index.ts'
import { TenantRef, type TenantRow } from '../tenant/index.ts'
import { legacyProtocolsOf, scansRunningOf, tallyOf } from './loaders.ts'

export const VerdictCountRef = builder
  .objectRef<{ readonly verdict: Verdict; readonly count: number }>('VerdictCount')
  .implement({
    description: 'How many endpoints have a verdict.',
    fields: (t) => ({
      verdict: t.expose('verdict', { type: VerdictEnum, description: 'The verdict.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })

const ProtocolCountRef = builder
  .objectRef<{ readonly version: ProtocolVersion; readonly count: number }>('ProtocolCount')
  .implement({
    description: 'How many endpoints accept a version.',
    fields: (t) => ({
      version: t.expose('version', { type: ProtocolVersionEnum, description: 'The version.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })

const OverviewRef = builder.objectRef<TenantRow>('TenantOverview').implement({
  description: 'Where a tenant stands.',
  fields: (t) => ({
    endpoints: t.int({
      description: 'Endpoints that are watched.',
      resolve: async ({ id }, _, context) => (await tallyOf(context, id)).endpoints,
    }),
    verdicts: t.field({
      type: [VerdictCountRef],
      description: 'Every verdict with its number of endpoints, in the order of the values.',
      resolve: async ({ id }, _, context) => [...(await tallyOf(context, id)).verdicts],
    }),
    unscanned: t.int({
      description: 'Endpoints never scanned to the end.',
      resolve: async ({ id }, _, context) => (await tallyOf(context, id)).unscanned,
    }),
    averageScore: t.int({
      nullable: true,
      description: 'Average over the endpoints that have a score.',
      resolve: async ({ id }, _, context) => (await tallyOf(context, id)).averageScore,
    }),
    legacyProtocols: t.field({
      type: [ProtocolCountRef],
      description: 'TLS 1.1 and older with the number of endpoints that accepted them in their newest scan.',
      resolve: async ({ id }, _, context) => [...(await legacyProtocolsOf(context, id))],
    }),
    scansRunning: t.int({
      description: 'Scans that wait or run.',
      resolve: ({ id }, _, context) => scansRunningOf(context, id),
    }),
    nextDeadline: t.field({
      type: DeadlineRef,
      nullable: true,
      description: 'The next announced date that concerns a watched endpoint, else the earliest possible one.',
      resolve: ({ id }, _, context) => nextDeadlineOf(context, id),
    }),
  }),
})

builder.objectField(TenantRef, 'overview', (t) =>
  t.field({ type: OverviewRef, description: 'Where it stands.', resolve: (tenant) => tenant }),
)
