import { encodeKey } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { mutation } from '../../graphql/mutation.ts'
import { EndpointRef } from '../endpoint/index.ts'
import { TenantRef } from '../tenant/index.ts'
import { type GroupRow, groupsOf, groupsOfEndpoint, sizeOf, tagCounts, tagsOf } from './loaders.ts'
import { deleteGroup } from './verbs/delete-group.ts'
import { saveGroup } from './verbs/save-group.ts'
import { setTags } from './verbs/set-tags.ts'

const GroupRef = builder.objectRef<GroupRow>('EndpointGroup').implement({
  description: 'A named set of endpoints.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (group) => encodeKey('EndpointGroup', group) }),
    name: t.exposeString('name', { description: 'Name as people read it.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it is for.' }),
    size: t.int({
      description: 'How many watched endpoints it has.',
      resolve: (group, _, context) => sizeOf(context, group),
    }),
  }),
})

const TagCountRef = builder.objectRef<{ readonly tag: string; readonly count: number }>('TagCount').implement({
  description: 'How often a tag is used.',
  fields: (t) => ({
    tag: t.exposeString('tag', { description: 'The tag.' }),
    count: t.exposeInt('count', { description: 'How many watched endpoints carry it.' }),
  }),
})

builder.objectFields(TenantRef, (t) => ({
  endpointGroups: t.field({
    type: [GroupRef],
    description: 'Its groups of endpoints, by name.',
    resolve: ({ id }, _, context) => groupsOf(context, id),
  }),
  tags: t.field({
    type: [TagCountRef],
    description: 'Tags on its endpoints, most used first.',
    resolve: ({ id }, _, context) => tagCounts(context, id),
  }),
}))

builder.objectFields(EndpointRef, (t) => ({
  tags: t.stringList({
    description: 'Words that the tenant put on it, in lower case.',
    resolve: async (endpoint, _, context) => [...(await tagsOf(context, endpoint))],
  }),
  groups: t.field({
    type: [GroupRef],
    description: 'Groups that it is in.',
    resolve: async (endpoint, _, context) => [...(await groupsOfEndpoint(context, endpoint))],
  }),
}))

mutation('endpointGroupSave', {
  description: 'Makes a group of endpoints, or gives one another name or other endpoints.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    id: t.id({ description: 'Global id of the group; none makes a new one.' }),
    name: t.string({ required: true, description: 'Name, at most 100 characters.' }),
    description: t.string({ description: 'What it is for, at most 500 characters.' }),
    endpointIds: t.idList({ description: 'Global ids of its endpoints, all of them; left out, they stay.' }),
  }),
  run: (ctx, input) => saveGroup({ ctx, input }),
  payload: (t) => ({
    group: t.field({ type: GroupRef, description: 'The group.', resolve: (payload) => payload.group }),
  }),
})

mutation('endpointGroupDelete', {
  description: 'Ends a group; its endpoints stay.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the group.' }) }),
  run: (ctx, input) => deleteGroup({ ctx, input }),
  payload: (t) => ({ id: t.id({ description: 'What it was.', resolve: (payload) => payload.id }) }),
})

mutation('endpointTag', {
  description: 'Puts words on endpoints and takes words off, at most 500 endpoints at once.',
  input: (t) => ({
    endpointIds: t.idList({ required: true, description: 'Global ids of the endpoints.' }),
    add: t.stringList({ description: 'Words to put on; upper case becomes lower case.' }),
    remove: t.stringList({ description: 'Words to take off.' }),
  }),
  run: (ctx, input) => setTags({ ctx, input }),
  payload: (t) => ({
    endpoints: t.field({
      type: [EndpointRef],
      description: 'The endpoints.',
      resolve: (payload) => [...payload.endpoints],
    }),
  }),
})
