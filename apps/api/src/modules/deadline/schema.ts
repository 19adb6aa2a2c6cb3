import type { ApplicableDeadline, Channel, Effect } from '@sundown/core/deadlines'
import { builder } from '../../graphql/builder.ts'
import { CloudEnum } from '../../graphql/cloud.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { LocaleEnum } from '../../graphql/locale.ts'
import { SurenessEnum } from '../../graphql/sureness.ts'
import { EndpointRef } from '../endpoint/index.ts'
import { type DeadlineChange, type DeadlineChangeKind, deadlineChanges } from './changes.ts'
import { allDeadlines, applicable, deadlinesOf } from './loaders.ts'

export const ChannelEnum = describedEnum<Channel>('Channel', 'Way of connecting that a deadline concerns.', {
  any: 'Every way.',
  https: 'HTTPS.',
  'smtp-in': 'Mail between servers.',
  'smtp-auth': 'Mail from clients and devices.',
  pop3: 'POP3.',
  imap4: 'IMAP4.',
  sip: 'SIP.',
  'sign-in': 'Sign-in by Entra ID.',
  storage: 'Azure Storage.',
  management: 'Management interfaces.',
  'operating-system': 'What the operating system allows.',
  browser: 'Browsers.',
})

export const EffectEnum = describedEnum<Effect>(
  'DeadlineEffect',
  'What happens on the day; never the same as another.',
  {
    unsupported: 'It still works, and nobody repairs it.',
    announced: 'A notice was given.',
    enforcing: 'A rising share is refused.',
    blocked: 'It is always refused.',
    'opt-in-legacy': 'It works on another host after a switch in the tenant.',
    'default-off': 'It is off unless switched on.',
  },
)

export const DeadlineRef = builder.objectRef<ApplicableDeadline>('Deadline').implement({
  description: 'A date on which Microsoft, or a platform, changes what it accepts.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Stable name of the record.' }),
    service: t.exposeString('service', { description: 'Whose change it is.' }),
    clouds: t.field({ type: [CloudEnum], description: 'Clouds it holds in.', resolve: (d) => [...d.clouds] }),
    channel: t.expose('channel', { type: ChannelEnum, description: 'Way of connecting.' }),
    protocols: t.field({
      type: ['String'],
      description: 'What it concerns: versions as TLSv1.0, or 3DES, static-RSA, SHA-1.',
      resolve: (d) => [...d.protocols],
    }),
    effect: t.expose('effect', { type: EffectEnum, description: 'What happens.' }),
    date: t.exposeString('date', { description: 'Day on which it starts, for instance 2026-06-30.' }),
    until: t.exposeString('until', { nullable: true, description: 'Last day of a staged change.' }),
    announcedOn: t.exposeString('announcedOn', { nullable: true, description: 'Day of the notice.' }),
    supersededBy: t.exposeID('supersededBy', { nullable: true, description: 'Record that replaced this one.' }),
    source: t.exposeString('source', { description: 'Where it is said.' }),
    sureness: t.expose('sureness', { type: SurenessEnum, description: 'How sure it is.' }),
    note: t.string({
      description: 'What it means.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: (deadline, { locale }) => deadline.note[locale ?? 'en'],
    }),
    daysLeft: t.exposeInt('daysLeft', {
      description: 'Whole days until then; negative once it has passed.',
    }),
    earliest: t.exposeBoolean('earliest', {
      description:
        'Whether no date is announced and this is the earliest possible one: six months from today, less after a known compromise.',
    }),
  }),
})

builder.objectField(EndpointRef, 'deadlines', (t) =>
  t.field({
    type: [DeadlineRef],
    description: 'The dates that concern it, next first.',
    resolve: async (endpoint, _, context) => [...(await deadlinesOf(context, endpoint))],
  }),
)

builder.queryField('deadlines', (t) =>
  t.field({
    type: [DeadlineRef],
    description: 'Every deadline that is known, newest date first, with those that were replaced.',
    args: { cloud: t.arg({ type: CloudEnum, description: 'Only of this cloud.' }) },
    resolve: (_, { cloud }, context) => allDeadlines(context, cloud ?? null),
  }),
)

const ChangeKindEnum = describedEnum<DeadlineChangeKind>('DeadlineChangeKind', 'What an operator did to a date.', {
  ADDED: 'Added it.',
  MOVED: 'Replaced it by one on another day.',
  WITHDRAWN: 'Took it back; what it replaced stands again.',
})

const ChangeRef = builder.objectRef<DeadlineChange>('DeadlineChange').implement({
  description:
    'One thing that an operator did to the dates. Records are never edited, so this is all that ever happened.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ChangeKindEnum, description: 'What was done.' }),
    at: t.expose('at', { type: 'DateTime', description: 'When.' }),
    by: t.exposeString('by', { nullable: true, description: 'The operator’s name, for operators; null for others.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why, if it was said.' }),
    dateBefore: t.exposeString('dateBefore', { nullable: true, description: 'Day that a moved date had before.' }),
    deadline: t.field({
      type: DeadlineRef,
      description: 'The record.',
      resolve: ({ deadline }, _, context) =>
        applicable(deadline, Date.parse(context.app.now().toISOString().slice(0, 10))),
    }),
  }),
})

builder.queryField('deadlineChanges', (t) =>
  t.field({
    type: [ChangeRef],
    description: 'What operators added, moved and withdrew, newest first.',
    resolve: (_, _args, context) => deadlineChanges(context),
  }),
)
