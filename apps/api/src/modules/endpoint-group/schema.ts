import { encodeKey } from '../../global-id.ts'
import { builder, type SchemaShape } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { mutation } from '../../graphql/mutation.ts'
import { parseInput } from '../../parse-input.ts'
import {
  EndpointRef,
  EndpointRoleEnum,
  type EndpointRow,
  StackEnum,
  StarttlsKindEnum,
  VerdictEnum,
} from '../endpoint/index.ts'
import { TenantRef } from '../tenant/index.ts'
import { type GroupRow, groupsOf, groupsOfEndpoint, previewOf, sizeOf, tagCounts, tagsOf } from './loaders.ts'
import { type Rule, type RuleList, ruleFields, ruleFrom, ruleInput } from './rule.ts'
import { deleteGroup } from './verbs/delete-group.ts'
import { fillGroup } from './verbs/fill-group.ts'
import { saveGroup } from './verbs/save-group.ts'
import { setTags } from './verbs/set-tags.ts'

const RuleMatchEnum = describedEnum<Rule['match']>('RuleMatch', 'How the conditions of a rule go together.', {
  all: 'Every one holds.',
  any: 'At least one holds.',
})

const listsOf = (t: Fields) => ({
  tags: t.stringList({ description: 'It carries one of these tags.' }),
  hosts: t.stringList({ description: 'Its host is one of these; `*` stands for any text, as in `*.example.com`.' }),
  ports: t.intList({ description: 'Its port is one of these.' }),
  starttls: t.field({ type: [StarttlsKindEnum], description: 'It starts TLS in one of these dialects.' }),
  roles: t.field({ type: [EndpointRoleEnum], description: 'It is on one of these sides of the connection.' }),
  verdicts: t.field({ type: [VerdictEnum], description: 'Its verdict is one of these.' }),
  stacks: t.field({ type: [StackEnum], description: 'The tenant named one of these products for it.' }),
})
type Fields = PothosSchemaTypes.InputFieldBuilder<PothosSchemaTypes.ExtendDefaultTypes<SchemaShape>, 'InputObject'>

const ConditionInputRef = builder.inputType('EndpointConditionInput', {
  description: 'One thing to ask of an endpoint: exactly one of the lists.',
  fields: (t) => ({ ...listsOf(t), not: t.boolean({ description: 'Whether it must not be so.' }) }),
})

const RuleInputRef = builder.inputType('EndpointRuleInput', {
  description: 'Which endpoints belong to a group, by what they are.',
  fields: (t) => ({
    match: t.field({ type: RuleMatchEnum, description: 'ALL unless told.' }),
    conditions: t.field({ type: [ConditionInputRef], required: true, description: '1 to 10 conditions.' }),
  }),
})

type Condition = Rule['conditions'][number]
const valuesOf = (list: RuleList) => (condition: Condition) =>
  condition.field === ruleFields[list] ? ([...condition.values] as never[]) : null

const ConditionRef = builder.objectRef<Condition>('EndpointCondition').implement({
  description: 'One thing asked of an endpoint: exactly one of the lists is there.',
  fields: (t) => ({
    not: t.exposeBoolean('not', { description: 'Whether it must not be so.' }),
    tags: t.stringList({ nullable: true, description: 'It carries one of these tags.', resolve: valuesOf('tags') }),
    hosts: t.stringList({
      nullable: true,
      description: 'Its host is one of these; `*` stands for any text.',
      resolve: valuesOf('hosts'),
    }),
    ports: t.intList({ nullable: true, description: 'Its port is one of these.', resolve: valuesOf('ports') }),
    starttls: t.field({
      type: [StarttlsKindEnum],
      nullable: true,
      description: 'It starts TLS in one of these dialects.',
      resolve: valuesOf('starttls'),
    }),
    roles: t.field({
      type: [EndpointRoleEnum],
      nullable: true,
      description: 'It is on one of these sides of the connection.',
      resolve: valuesOf('roles'),
    }),
    verdicts: t.field({
      type: [VerdictEnum],
      nullable: true,
      description: 'Its verdict is one of these.',
      resolve: valuesOf('verdicts'),
    }),
    stacks: t.field({
      type: [StackEnum],
      nullable: true,
      description: 'The tenant named one of these products for it.',
      resolve: valuesOf('stacks'),
    }),
  }),
})

const RuleRef = builder.objectRef<Rule>('EndpointRule').implement({
  description: 'Which endpoints belong to a group, by what they are.',
  fields: (t) => ({
    match: t.expose('match', { type: RuleMatchEnum, description: 'How the conditions go together.' }),
    conditions: t.field({
      type: [ConditionRef],
      description: 'The conditions.',
      resolve: (rule) => [...rule.conditions],
    }),
  }),
})

const PreviewRef = builder
  .objectRef<{ readonly size: number; readonly endpoints: readonly EndpointRow[] }>('EndpointGroupPreview')
  .implement({
    description: 'What a rule would hold at this moment.',
    fields: (t) => ({
      size: t.exposeInt('size', { description: 'How many watched endpoints.' }),
      endpoints: t.field({
        type: [EndpointRef],
        description: 'The first 25 of them by name.',
        complexity: { field: 1, multiplier: 25 },
        resolve: (preview) => [...preview.endpoints],
      }),
    }),
  })

export const EndpointGroupRef = builder.objectRef<GroupRow>('EndpointGroup').implement({
  description: 'A named set of endpoints.',
  fields: (t) => ({
    id: t.id({ description: 'Global id.', resolve: (group) => encodeKey('EndpointGroup', group) }),
    name: t.exposeString('name', { description: 'Name as people read it.' }),
    description: t.exposeString('description', { nullable: true, description: 'What it is for.' }),
    rule: t.field({
      type: RuleRef,
      nullable: true,
      description: 'The rule that fills it; null where endpoints are put there by hand.',
      resolve: ({ rule }) => rule as unknown as Rule | null,
    }),
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
    type: [EndpointGroupRef],
    description: 'Its groups of endpoints, by name.',
    resolve: ({ id }, _, context) => groupsOf(context, id),
  }),
  endpointGroupPreview: t.field({
    type: PreviewRef,
    description: 'What a group with this rule would hold, before it is made.',
    args: { rule: t.arg({ type: RuleInputRef, required: true, description: 'The rule.' }) },
    complexity: 50,
    resolve: ({ id }, { rule }, context) => previewOf(context, id, ruleFrom(parseInput(ruleInput, rule), ['rule'])),
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
    type: [EndpointGroupRef],
    description: 'Groups that it is in.',
    resolve: async (endpoint, _, context) => [...(await groupsOfEndpoint(context, endpoint))],
  }),
}))

mutation('endpointGroupSave', {
  description: 'Makes a group of endpoints, or gives one another name, other endpoints or another rule.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    id: t.id({ description: 'Global id of the group; none makes a new one.' }),
    name: t.string({ required: true, description: 'Name, at most 100 characters.' }),
    description: t.string({ description: 'What it is for, at most 500 characters.' }),
    endpointIds: t.idList({ description: 'Global ids of its endpoints, all of them; left out, they stay.' }),
    rule: t.field({ type: RuleInputRef, description: 'Fills the group by a rule instead; goes without endpointIds.' }),
  }),
  run: (ctx, input) => saveGroup({ ctx, input }),
  payload: (t) => ({
    group: t.field({ type: EndpointGroupRef, description: 'The group.', resolve: (payload) => payload.group }),
  }),
})

mutation('endpointGroupFill', {
  description: 'Puts endpoints into a group that no rule fills and takes endpoints out; the others in it stay.',
  input: (t) => ({
    id: t.id({ required: true, description: 'Global id of the group.' }),
    add: t.idList({ description: 'Global ids of endpoints to put in.' }),
    remove: t.idList({ description: 'Global ids of endpoints to take out; one in both lists is taken out.' }),
  }),
  run: (ctx, input) => fillGroup({ ctx, input }),
  payload: (t) => ({
    group: t.field({ type: EndpointGroupRef, description: 'The group.', resolve: (payload) => payload.group }),
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
