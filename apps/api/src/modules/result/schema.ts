import { type FeatureId, featureIds, unknownReasons } from '@sundown/core/facts'
import { builder } from '../../graphql/builder.ts'
import { nodeType } from '../../graphql/node.ts'
import { VerdictEnum } from '../endpoint/index.ts'
import {
  CertificateDeploymentRef,
  CodePointRef,
  DepthEnum,
  DeviationRef,
  DhRef,
  FeatureRef,
  GroupRef,
  ObservationStatusEnum,
  ProtocolRef,
  StarttlsRef,
  UnknownReasonEnum,
  VulnerabilityRef,
} from '../observation/index.ts'
import { ScanRef, scanByKey } from '../scan/index.ts'
import { factsOf, type ResultRow, resultByKey, resultsOf } from './loaders.ts'

export const ResultRef = builder.objectRef<ResultRow>('ScanResult')

nodeType('ScanResult', ResultRef, 'What one scan saw at one address.', resultByKey)

builder.objectFields(ResultRef, (t) => ({
  scan: t.field({
    type: ScanRef,
    description: 'The visit.',
    resolve: async ({ tenantId, scanId }, _, context) => {
      const scan = await scanByKey(context, { tenantId, id: scanId })
      if (!scan) throw new Error('a result was seen whose scan is out of reach')
      return scan
    },
  }),
  address: t.exposeString('address', { description: 'Address that was dialled; the host where none was found.' }),
  status: t.expose('status', { type: ObservationStatusEnum, description: 'How it ended.' }),
  reason: t.field({
    type: UnknownReasonEnum,
    nullable: true,
    description: 'Why nothing, or not everything, was seen.',
    resolve: ({ reason }) => unknownReasons.find((known) => known === reason) ?? null,
  }),
  verdict: t.expose('verdict', { type: VerdictEnum, description: 'The answer for this address.' }),
  score: t.exposeInt('score', { nullable: true, description: '0 to 100; null where the verdict is UNKNOWN.' }),
  because: t.exposeStringList('because', {
    description: 'Ids of the rules that decided the verdict, most decisive first.',
  }),
  policyId: t.exposeString('policyId', { description: 'Policy that gave verdict and score.' }),
  judgedAt: t.expose('judgedAt', { type: 'DateTime', description: 'Instant that dates were judged against.' }),
  connections: t.exposeInt('connections', { description: 'Connections opened.' }),
  milliseconds: t.exposeInt('milliseconds', { description: 'How long it took.' }),
  depth: t.field({
    type: DepthEnum,
    nullable: true,
    description: 'How much was asked.',
    resolve: async (row, _, context) => (await factsOf(context, row))?.depth ?? null,
  }),
  protocols: t.field({
    type: [ProtocolRef],
    description: 'Every version from SSL 2.0 to TLS 1.3; empty where nothing was seen.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.protocols ?? [])],
  }),
  groups: t.field({
    type: [GroupRef],
    description: 'Key exchange groups that are accepted.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.groups ?? [])],
  }),
  signatureSchemes: t.field({
    type: [CodePointRef],
    description: 'Signature schemes that the server signs with.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.signatureSchemes ?? [])],
  }),
  dh: t.field({
    type: DhRef,
    nullable: true,
    description: 'Finite-field Diffie-Hellman parameters; null where none were seen.',
    resolve: async (row, _, context) => (await factsOf(context, row))?.dh ?? null,
  }),
  alpn: t.stringList({
    description: 'Application protocols that are offered (RFC 7301).',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.alpn ?? [])],
  }),
  certificates: t.field({
    type: [CertificateDeploymentRef],
    description: 'Chains that were given.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.certificates ?? [])],
  }),
  clientCertificateCas: t.stringList({
    description: 'Names of the CAs that client certificates may come from.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.clientCertificateCas ?? [])],
  }),
  features: t.field({
    type: [FeatureRef],
    description: 'Properties that were asked for.',
    resolve: async (row, _, context) => {
      const features = (await factsOf(context, row))?.features ?? {}
      return featureIds.flatMap((id: FeatureId) => (features[id] ? [{ id, answer: features[id] }] : []))
    },
  }),
  vulnerabilities: t.field({
    type: [VulnerabilityRef],
    description: 'Known weaknesses that were tested.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.vulnerabilities ?? [])],
  }),
  deviations: t.field({
    type: [DeviationRef],
    description: 'Departures from the RFCs that were seen.',
    resolve: async (row, _, context) => [...((await factsOf(context, row))?.deviations ?? [])],
  }),
  starttls: t.field({
    type: StarttlsRef,
    nullable: true,
    description: 'How the conversation before TLS went; null where there was none.',
    resolve: async (row, _, context) => (await factsOf(context, row))?.starttls ?? null,
  }),
  starttlsBanner: t.string({
    nullable: true,
    description: 'First line of the server’s greeting before TLS.',
    resolve: async (row, _, context) => (await factsOf(context, row))?.starttls?.banner ?? null,
  }),
  facts: t.field({
    type: 'JSON',
    nullable: true,
    description: 'Everything that was seen, schema sundown.facts/1.',
    complexity: 50,
    resolve: (row, _, context) => factsOf(context, row),
  }),
}))

builder.objectField(ScanRef, 'results', (t) =>
  t.field({
    type: [ResultRef],
    description: 'One for each address; empty until it is done.',
    resolve: async (scan, _, context) => [...(await resultsOf(context, scan))],
  }),
)
