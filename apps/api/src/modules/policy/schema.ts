import { offReason, type Policy, policies, type RulePolicy } from '@sundown/core/policy'
import type { Severity } from '@sundown/core/rules'
import type { HistoryRegrade } from '@sundown/db'
import { builder } from '../../graphql/builder.ts'
import { LocaleEnum } from '../../graphql/locale.ts'
import { mutation } from '../../graphql/mutation.ts'
import { SeverityEnum } from '../../graphql/severity.ts'
import { EndpointRef, VerdictEnum } from '../endpoint/index.ts'
import { TenantRef } from '../tenant/index.ts'
import { historyRegradeOf, ownPolicies, rulings } from './loaders.ts'
import { type PolicyChange, type PolicyPreview, previewPolicy } from './preview.ts'
import { choosePolicy } from './verbs/choose-policy.ts'
import { createPolicy } from './verbs/create-policy.ts'

const PolicyRuleRef = builder.objectRef<RulePolicy & { readonly ruleId: string }>('PolicyRule').implement({
  description: 'How much a rule matters under a policy.',
  fields: (t) => ({
    ruleId: t.exposeString('ruleId', { description: 'The rule.' }),
    severity: t.field({ type: SeverityEnum, description: 'Its weight.', resolve: (rule): Severity => rule.severity }),
    cost: t.exposeInt('cost', { description: 'Points of 100 that a failure takes.' }),
    cap: t.exposeInt('cap', { nullable: true, description: 'Highest score that is possible while it fails.' }),
    required: t.exposeBoolean('required', { description: 'Whether the standard demands it.' }),
    off: t.string({
      nullable: true,
      description: 'Why it is not asked; null where it is. What a tenant wrote stays in its own words.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: ({ off }, { locale }) => off && offReason(off, locale ?? 'en'),
    }),
  }),
})

export const PolicyRef = builder.objectRef<Policy>('Policy').implement({
  description: 'What matters how much: a dated version that is never edited in place.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Name and version, as judgements carry it.' }),
    name: t.exposeString('name', { description: 'Name without the version.' }),
    version: t.exposeString('version', { description: 'The version.' }),
    basedOn: t.exposeID('basedOn', { nullable: true, description: 'Policy that a tenant’s own one stands on.' }),
    title: t.string({
      description: 'Name as people read it.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: (policy, { locale }) => policy.title[locale ?? 'en'],
    }),
    rules: t.field({
      type: [PolicyRuleRef],
      description: 'Every rule that it weighs.',
      resolve: (policy) => Object.entries(policy.rules).map(([ruleId, rule]) => ({ ruleId, ...rule })),
    }),
    parameters: t.field({
      type: 'JSON',
      description: 'Limits that rules measure against.',
      resolve: (policy) => policy.parameters,
    }),
  }),
})

builder.queryField('policies', (t) =>
  t.field({ type: [PolicyRef], description: 'The policies that ship.', resolve: () => [...policies] }),
)

const ProblemRef = builder.objectRef<PolicyPreview['problems'][number]>('PolicyProblem').implement({
  description: 'Why changes cannot be a policy.',
  fields: (t) => ({
    path: t.exposeString('path', { description: 'Where, for instance rules.accepts-rc4.cost.' }),
    code: t.exposeString('code', { description: 'invalid, unknown-rule or weakens-readiness.' }),
    message: t.exposeString('message', { description: 'English.' }),
  }),
})

const MoveRef = builder.objectRef<PolicyPreview['moves'][number]>('PolicyMove').implement({
  description: 'How many endpoints would go from one verdict to another.',
  fields: (t) => ({
    from: t.expose('from', { type: VerdictEnum, description: 'Verdict now.' }),
    to: t.expose('to', { type: VerdictEnum, description: 'Verdict under the policy.' }),
    count: t.exposeInt('count', { description: 'How many.' }),
  }),
})

const ChangeRef = builder.objectRef<PolicyChange>('PolicyChange').implement({
  description: 'An endpoint whose verdict or score would be another one.',
  fields: (t) => ({
    endpoint: t.expose('endpoint', { type: EndpointRef, description: 'Which.' }),
    verdictNow: t.expose('verdictNow', { type: VerdictEnum, description: 'Verdict now.' }),
    verdictThen: t.expose('verdictThen', { type: VerdictEnum, description: 'Verdict under the policy.' }),
    scoreNow: t.exposeInt('scoreNow', { nullable: true, description: 'Score now.' }),
    scoreThen: t.exposeInt('scoreThen', { nullable: true, description: 'Score under the policy.' }),
  }),
})

const PreviewRef = builder.objectRef<PolicyPreview>('PolicyPreview').implement({
  description: 'What a policy would change.',
  fields: (t) => ({
    problems: t.field({
      type: [ProblemRef],
      description: 'Why it cannot be; empty where it can.',
      resolve: (preview) => [...preview.problems],
    }),
    endpoints: t.exposeInt('endpoints', { description: 'Endpoints that were judged again.' }),
    complete: t.exposeBoolean('complete', {
      description: 'Whether those are all; of a very large tenant only the first two thousand are judged.',
    }),
    changed: t.int({
      description: 'How many of them would get another verdict or score.',
      resolve: ({ changes }) => changes.length,
    }),
    changes: t.field({
      type: [ChangeRef],
      description: 'Those, other verdicts first, then by how far the score moves.',
      args: {
        first: t.arg.int({ defaultValue: 20, description: 'How many, at most 100.' }),
        offset: t.arg.int({ defaultValue: 0, description: 'How many to pass over.' }),
      },
      resolve: ({ changes }, { first, offset }) => {
        const from = Math.max(0, offset ?? 0)
        return changes.slice(from, from + Math.min(100, Math.max(0, first ?? 20)))
      },
    }),
    scoreNow: t.exposeInt('scoreNow', { nullable: true, description: 'Their average score now.' }),
    scoreThen: t.exposeInt('scoreThen', { nullable: true, description: 'Their average score under the policy.' }),
    moves: t.field({
      type: [MoveRef],
      description: 'Verdicts that would change.',
      resolve: (preview) => [...preview.moves],
    }),
  }),
})

const HistoryRegradeRef = builder.objectRef<HistoryRegrade>('HistoryRegrade').implement({
  description:
    'Where the judging of older scans under the present policy and deadlines stands. Nothing is scanned for it.',
  fields: (t) => ({
    policyId: t.exposeID('policyId', { description: 'Policy that the answers name.' }),
    total: t.exposeInt('total', { description: 'Scans to judge.' }),
    done: t.exposeInt('done', { description: 'Scans that were judged.' }),
    changed: t.exposeInt('changed', { description: 'Results whose verdict or score is another one now.' }),
    startedAt: t.expose('startedAt', { type: 'DateTime', description: 'When it was started.' }),
    finishedAt: t.expose('finishedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was through; null while it runs.',
    }),
  }),
})

builder.objectFields(TenantRef, (t) => ({
  historyRegrade: t.field({
    type: HistoryRegradeRef,
    nullable: true,
    description: 'Where the judging of older scans stands; null before the policy or a deadline first changed.',
    resolve: ({ id }, _, context) => historyRegradeOf(context, id),
  }),
  policy: t.field({
    type: PolicyRef,
    description: 'Policy that its endpoints are judged under.',
    resolve: async ({ id }, _, context) => (await rulings(context, id)).policy,
  }),
  ownPolicies: t.field({
    type: [PolicyRef],
    description: 'Policies that it wrote itself, newest first.',
    resolve: ({ id }, _, context) => ownPolicies(context, id),
  }),
  policyPreview: t.field({
    type: PreviewRef,
    description: 'What would change if the tenant were judged by another policy, or by changes on top of one.',
    args: {
      policyId: t.arg.id({ required: true, description: 'The policy, or what the changes stand on.' }),
      changes: t.arg({ type: 'JSON', description: 'Changes, as policyCreate takes them.' }),
    },
    complexity: 500,
    resolve: ({ id }, args, context) => previewPolicy(context, id, args.policyId, args.changes ?? null),
  }),
}))

mutation('policyCreate', {
  description: 'Writes a policy of the tenant’s own on top of one that ships. The same name again makes a new version.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    name: t.string({ required: true, description: 'Name: 3 to 40 lower case letters, digits and hyphens.' }),
    basedOn: t.id({ required: true, description: 'Id of the policy that ships.' }),
    changes: t.field({
      type: 'JSON',
      required: true,
      description: 'For instance {"rules": {"accepts-tls-1-0": {"cost": 20}}, "parameters": {"rsaBits": 3072}}.',
    }),
  }),
  run: (ctx, input) => createPolicy({ ctx, input }),
  payload: (t) => ({
    policy: t.field({ type: PolicyRef, description: 'The new version.', resolve: (payload) => payload.policy }),
  }),
})

mutation('policyChoose', {
  description: 'Judges the tenant’s endpoints by another policy, from stored facts.',
  input: (t) => ({
    tenantId: t.id({ required: true, description: 'Global id of the tenant.' }),
    policyId: t.id({ required: true, description: 'Id of a policy that ships or of the tenant’s own.' }),
  }),
  run: (ctx, input) => choosePolicy({ ctx, input }),
  payload: (t) => ({
    tenant: t.field({ type: TenantRef, description: 'The tenant.', resolve: (payload) => payload.tenant }),
  }),
})
