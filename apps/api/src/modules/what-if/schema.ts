import type { FailureReason, ProfileResult } from '@sundown/core/clients'
import { profileFamilies, profileName } from '@sundown/core/clients'
import { grades } from '@sundown/core/policy'
import type { Judgement } from '@sundown/core/report'
import { ruleTitle } from '@sundown/core/rules'
import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { LocaleEnum } from '../../graphql/locale.ts'
import { EndpointRef, VerdictEnum } from '../endpoint/index.ts'
import { CodePointRef, ProtocolVersionEnum, TrustStateEnum, UnknownReasonEnum } from '../observation/index.ts'
import { ResultRef } from '../result/index.ts'
import { type AddressOutcome, clientsOf, judgementUnder, peersOf, whatIfOf, whatIfOfResult } from './compute.ts'

const HandshakeOutcomeEnum = describedEnum<'connects' | 'fails' | 'unknown'>(
  'HandshakeOutcome',
  'How a computed handshake ends.',
  { connects: 'It succeeds.', fails: 'It fails.', unknown: 'It cannot be told.' },
)

const HandshakeFailureEnum = describedEnum<FailureReason>('HandshakeFailure', 'Why a computed handshake fails.', {
  'no-version': 'No version in common.',
  'no-cipher-suite': 'No cipher suite in common.',
  'no-group': 'No key exchange group in common.',
  'no-signature': 'No signature scheme in common.',
  'dh-size': 'Diffie-Hellman parameters out of bounds.',
  'key-size': 'A key that is too small.',
})

const HandshakeRef = builder.objectRef<ProfileResult>('Handshake').implement({
  description: 'A handshake between a known client or service and this server, computed from stored facts.',
  fields: (t) => ({
    profileId: t.id({ description: 'Which client or service.', resolve: ({ profile }) => profile.id }),
    name: t.string({
      description: 'Its name; product names stay as their makers write them.',
      args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
      resolve: ({ profile }, { locale }) => profileName(profile, locale ?? 'en'),
    }),
    family: t.string({
      description: `What it belongs to: ${profileFamilies.join(', ')}.`,
      resolve: ({ profile }) => profile.family,
    }),
    outcome: t.field({
      type: HandshakeOutcomeEnum,
      description: 'How it ends.',
      resolve: ({ simulation }) => simulation.outcome,
    }),
    version: t.field({
      type: ProtocolVersionEnum,
      nullable: true,
      description: 'Version that would be spoken, or was tried.',
      resolve: ({ simulation }) => (simulation.outcome === 'unknown' ? null : simulation.version),
    }),
    cipherSuite: t.field({
      type: CodePointRef,
      nullable: true,
      description: 'Suite that would be chosen.',
      resolve: ({ simulation }) => (simulation.outcome === 'connects' ? simulation.cipherSuite : null),
    }),
    group: t.field({
      type: CodePointRef,
      nullable: true,
      description: 'Group that would be chosen.',
      resolve: ({ simulation }) => (simulation.outcome === 'connects' ? simulation.group : null),
    }),
    failure: t.field({
      type: HandshakeFailureEnum,
      nullable: true,
      description: 'Why it fails.',
      resolve: ({ simulation }) => (simulation.outcome === 'fails' ? simulation.reason : null),
    }),
    reason: t.field({
      type: UnknownReasonEnum,
      nullable: true,
      description: 'Why it cannot be told.',
      resolve: ({ simulation }) => (simulation.outcome === 'unknown' ? simulation.reason : null),
    }),
  }),
})

const JudgementRef = builder.objectRef<Judgement>('Judgement').implement({
  description: 'What a policy says of one address.',
  fields: (t) => ({
    policyId: t.exposeID('policyId', { description: 'The policy.' }),
    verdict: t.expose('verdict', { type: VerdictEnum, description: 'The answer.' }),
    score: t.exposeInt('score', { nullable: true, description: '0 to 100; null where the verdict is UNKNOWN.' }),
    because: t.stringList({ description: 'Rules that decided.', resolve: (judgement) => [...judgement.because] }),
    conforms: t.exposeBoolean('conforms', {
      nullable: true,
      description: 'Whether everything that the policy demands holds; null for could not tell.',
    }),
    letter: t.string({
      nullable: true,
      description: `Hygiene by the SSL Labs rating guide 2009r: ${grades.join(', ')}; null where not enough was asked.`,
      resolve: (judgement) => judgement.letter?.grade ?? null,
    }),
  }),
})

const ChangedRuleRef = builder
  .objectRef<{ readonly ruleId: string; readonly from: string; readonly to: string }>('ChangedRule')
  .implement({
    description: 'A rule whose answer would change.',
    fields: (t) => ({
      ruleId: t.exposeString('ruleId', { description: 'The rule.' }),
      title: t.string({
        description: 'Its subject, short.',
        args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
        resolve: ({ ruleId }, { locale }) => ruleTitle(ruleId, locale ?? 'en') ?? ruleId,
      }),
      from: t.exposeString('from', { description: 'Its answer now: pass, fail, not-applicable, unknown, not-asked.' }),
      to: t.exposeString('to', { description: 'Its answer then.' }),
    }),
  })

const AddressOutcomeRef = builder.objectRef<AddressOutcome>('WhatIfOutcome').implement({
  description: 'What would change at one address.',
  fields: (t) => ({
    address: t.exposeString('address', { description: 'The address.' }),
    before: t.expose('before', { type: JudgementRef, description: 'As it is.' }),
    after: t.expose('after', { type: JudgementRef, description: 'As it would be.' }),
    brokenClients: t.field({
      type: [HandshakeRef],
      description: 'Known clients that connect now and would not then.',
      resolve: (outcome) => [...outcome.broken],
    }),
    lostPeers: t.field({
      type: [HandshakeRef],
      description: 'Microsoft services that connect now and would not then.',
      resolve: (outcome) => [...outcome.lostPeers],
    }),
    changedRules: t.field({
      type: [ChangedRuleRef],
      description: 'Rules whose answer would change.',
      resolve: (outcome) => [...outcome.changed],
    }),
  }),
})

const CertificateChangeInput = builder.inputType('WhatIfCertificate', {
  description:
    'A new certificate, issued today and, if trusted, signed with SHA-256; everything unsaid stays as in the old one.',
  fields: (t) => ({
    notAfter: t.field({ type: 'DateTime', description: 'When it would run out.' }),
    trust: t.field({ type: TrustStateEnum, description: 'Where its chain would lead; TRUSTED unless told.' }),
    rsaBits: t.int({ description: 'Size of its RSA key.' }),
  }),
})

const DeadlineChangeInput = builder.inputType('WhatIfDeadline', {
  description: 'A deadline on another day.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'Id of the deadline.' }),
    date: t.string({ required: true, description: 'The other day, for instance 2027-01-31.' }),
  }),
})

const ChangesInput = builder.inputType('WhatIfInput', {
  description: 'Changes, taken together.',
  fields: (t) => ({
    switchOff: t.field({ type: [ProtocolVersionEnum], description: 'Versions to switch off.' }),
    certificate: t.field({ type: CertificateChangeInput, description: 'Another certificate.' }),
    deadline: t.field({ type: DeadlineChangeInput, description: 'A date that moves.' }),
    blockOn: t.string({
      description: 'Day from which Microsoft refuses TLS 1.0 and 1.1, whatever was announced for days to come.',
    }),
    policyId: t.id({ description: 'Another policy.' }),
  }),
})

builder.objectField(EndpointRef, 'whatIf', (t) =>
  t.field({
    type: [AddressOutcomeRef],
    description: 'What would change before anything is touched, from the newest scan’s facts; one for each address.',
    args: { changes: t.arg({ type: ChangesInput, required: true, description: 'The changes.' }) },
    complexity: 100,
    resolve: (endpoint, { changes }, context) => whatIfOf(context, endpoint, changes),
  }),
)

builder.objectFields(ResultRef, (t) => ({
  whatIf: t.field({
    type: AddressOutcomeRef,
    nullable: true,
    description:
      'What would change before anything is touched, by the tenant’s own policy and dates; null where nothing was seen.',
    args: { changes: t.arg({ type: ChangesInput, required: true, description: 'The changes.' }) },
    complexity: 50,
    resolve: (result, { changes }, context) => whatIfOfResult(context, result, changes),
  }),
  judgement: t.field({
    type: JudgementRef,
    nullable: true,
    description: 'These facts judged now, under the tenant’s policy or another; null where nothing was seen.',
    args: { policyId: t.arg.id({ description: 'Another policy.' }) },
    complexity: 20,
    resolve: (result, { policyId }, context) => judgementUnder(context, result, policyId ?? null),
  }),
  clients: t.field({
    type: [HandshakeRef],
    description: 'Would known clients connect, and with what? Computed, not dialled.',
    complexity: 20,
    resolve: (result, _, context) => clientsOf(context, result),
  }),
  peers: t.field({
    type: [HandshakeRef],
    description: 'Would Exchange Online, Entra and the other services connect, and with what? Computed, not dialled.',
    complexity: 20,
    resolve: (result, _, context) => peersOf(context, result),
  }),
}))
