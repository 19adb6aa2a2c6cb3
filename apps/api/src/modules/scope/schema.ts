import type { Picks, Scope } from '@sundown/db'
import { builder } from '../../graphql/builder.ts'
import { EndpointRef } from '../endpoint/index.ts'
import { EndpointGroupRef } from '../endpoint-group/index.ts'
import { endpointsIn, groupsIn } from './loaders.ts'

const PicksRef = builder.objectRef<Picks>('ScopePicks').implement({
  description: 'Groups and single endpoints.',
  fields: (t) => ({
    groups: t.field({
      type: [EndpointGroupRef],
      description: 'Groups, with whatever they hold at the moment.',
      resolve: (picks, _, context) => groupsIn(context, picks),
    }),
    endpoints: t.field({
      type: [EndpointRef],
      description: 'Single endpoints.',
      resolve: (picks, _, context) => endpointsIn(context, picks),
    }),
    unseen: t.int({
      description: 'How many more there are that no longer exist or are not yours to see.',
      resolve: async (picks, _, context) => {
        const seen = (await groupsIn(context, picks)).length + (await endpointsIn(context, picks)).length
        return picks.groups.length + picks.endpoints.length - seen
      },
    }),
  }),
})

export const ScopeRef = builder.objectRef<Scope>('Scope').implement({
  description: 'The endpoints that something is limited to: what is included, less what is excluded.',
  fields: (t) => ({
    include: t.field({
      type: PicksRef,
      nullable: true,
      description: 'What is included; null for all endpoints.',
      resolve: ({ include }) => (include === 'all' ? null : include),
    }),
    exclude: t.field({ type: PicksRef, description: 'What is taken out of that.', resolve: ({ exclude }) => exclude }),
  }),
})

const PicksInputRef = builder.inputType('ScopePicksInput', {
  description: 'Groups and single endpoints.',
  fields: (t) => ({
    groupIds: t.idList({ description: 'Global ids of groups of endpoints, at most 100.' }),
    endpointIds: t.idList({ description: 'Global ids of endpoints, at most 1,000.' }),
  }),
})

export const ScopeInputRef = builder.inputType('ScopeInput', {
  description: 'The endpoints that something is limited to: what is included, less what is excluded.',
  fields: (t) => ({
    include: t.field({ type: PicksInputRef, description: 'What is included; none for all endpoints.' }),
    exclude: t.field({ type: PicksInputRef, description: 'What is taken out of that.' }),
  }),
})
