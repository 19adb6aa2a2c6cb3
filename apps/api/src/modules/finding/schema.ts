import { type Remedy, stackNames } from '@sundown/core/remediation'
import { type Outcome, outcomes, type Source } from '@sundown/core/rules'
import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { LocaleEnum } from '../../graphql/locale.ts'
import { SeverityEnum } from '../../graphql/severity.ts'
import { SurenessEnum } from '../../graphql/sureness.ts'
import { ResultRef } from '../result/index.ts'
import { findingsOf } from './loaders.ts'
import { type FixStep, fixOf, questionOf, type SituatedFinding, sourcesOf, textOf } from './texts.ts'

const OutcomeEnum = describedEnum<Outcome>('Outcome', 'What a rule says.', {
  pass: 'As it should be.',
  fail: 'Not as it should be.',
  'not-applicable': 'The question does not arise.',
  unknown: 'Could not be told; never counted as a failure.',
})

const EvidenceValueRef = builder.objectRef<readonly [string, string]>('EvidenceValue').implement({
  description: 'One value that a finding rests on.',
  fields: (t) => ({
    name: t.string({ description: 'What it is, for instance versions.', resolve: ([name]) => name }),
    value: t.string({ description: 'The value.', resolve: ([, value]) => value }),
  }),
})

const RestartEnum = describedEnum<Remedy['restart']>('Restart', 'What must be restarted for a change to hold.', {
  none: 'Nothing.',
  reload: 'The configuration is read again.',
  service: 'The service.',
  application: 'The application.',
  machine: 'The machine.',
})

const RemedyRef = builder.objectRef<Remedy>('Remedy').implement({
  description: 'One way to put something right on one stack.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable name.' }),
    stack: t.exposeString('stack', { description: 'The stack, for instance windows-server.' }),
    stackName: t.string({ description: 'Its name for people.', resolve: ({ stack }) => stackNames[stack] }),
    set: t.exposeString('set', { description: 'Commands or configuration; read them before you run them.' }),
    check: t.exposeString('check', { description: 'How to see that it holds.' }),
    rollBack: t.exposeString('rollBack', { description: 'How to take it back.' }),
    mayBreak: t.string({
      description: 'What may stop working.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: (remedy, { locale }) => remedy.mayBreak[locale ?? 'en'],
    }),
    restart: t.expose('restart', { type: RestartEnum, description: 'What must be restarted.' }),
    tested: t.exposeBoolean('tested', { description: 'Whether a test runs the real server with it and probes it.' }),
    source: t.exposeString('source', { description: 'Where it is said.' }),
    sureness: t.expose('sureness', { type: SurenessEnum, description: 'How sure it is.' }),
  }),
})

const FixStepRef = builder.objectRef<FixStep>('FixStep').implement({
  description: 'One thing to do: in words, or as a remedy for a stack.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'What to do.' }),
    stack: t.string({
      nullable: true,
      description: 'Stack it is for; null for any.',
      resolve: ({ remedy }) => remedy?.stack ?? null,
    }),
    remedy: t.expose('remedy', { type: RemedyRef, nullable: true, description: 'The exact steps.' }),
  }),
})

const SourceRef = builder.objectRef<Source>('Source').implement({
  description: 'Where a statement comes from.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its title.' }),
    date: t.exposeString('date', { nullable: true, description: 'Its day or month.' }),
    url: t.exposeString('url', { nullable: true, description: 'Its address.' }),
    sureness: t.expose('sureness', { type: SurenessEnum, description: 'How sure the statement is.' }),
  }),
})

const locale = { type: LocaleEnum, defaultValue: 'en', description: 'Language.' } as const

const FindingRef = builder.objectRef<SituatedFinding>('Finding').implement({
  description: 'What a rule says of one address.',
  fields: (t) => ({
    ruleId: t.exposeString('ruleId', { description: 'The rule, for instance offers-tls-1-2.' }),
    question: t.string({ description: 'The rule’s yes-or-no question, in English.', resolve: questionOf }),
    outcome: t.expose('outcome', { type: OutcomeEnum, description: 'What it says.' }),
    severity: t.expose('severity', { type: SeverityEnum, description: 'Its weight.' }),
    cost: t.exposeInt('cost', { description: 'Points that it takes from the score of 100.' }),
    title: t.string({
      description: 'The subject, short.',
      args: { locale: t.arg(locale) },
      resolve: (finding, args) => textOf(finding, args.locale ?? 'en').title,
    }),
    why: t.string({
      description: 'Why it matters.',
      args: { locale: t.arg(locale) },
      resolve: (finding, args) => textOf(finding, args.locale ?? 'en').why,
    }),
    detail: t.string({
      description: 'What was seen.',
      args: { locale: t.arg(locale) },
      resolve: (finding, args) => textOf(finding, args.locale ?? 'en').detail,
    }),
    fix: t.field({
      type: [FixStepRef],
      description: 'What to do; empty unless the rule failed.',
      args: { locale: t.arg(locale) },
      resolve: (finding, args) => fixOf(finding, args.locale ?? 'en'),
    }),
    evidence: t.field({
      type: [EvidenceValueRef],
      description: 'What it rests on.',
      resolve: (finding) => Object.entries(finding.evidence),
    }),
    sources: t.field({
      type: [SourceRef],
      description: 'Where the rule comes from.',
      resolve: (finding) => [...sourcesOf(finding)],
    }),
  }),
})

builder.objectField(ResultRef, 'findings', (t) =>
  t.field({
    type: [FindingRef],
    description: 'What the rules say, failures first and the weightiest first among them.',
    args: { outcomes: t.arg({ type: [OutcomeEnum], description: 'Only these outcomes.' }) },
    resolve: async (result, args, context) => {
      const wanted = new Set<Outcome>(args.outcomes?.length ? args.outcomes : outcomes)
      return (await findingsOf(context, result)).filter((finding) => wanted.has(finding.outcome))
    },
  }),
)
