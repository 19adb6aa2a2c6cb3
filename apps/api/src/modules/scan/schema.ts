import { builder } from '../../graphql/builder.ts'
import { describedEnum } from '../../graphql/enum.ts'
import { LocaleEnum } from '../../graphql/locale.ts'
import { mutation } from '../../graphql/mutation.ts'
import { nodeType } from '../../graphql/node.ts'
import { pageOf, pageSize, pageWindow } from '../../graphql/page.ts'
import { EndpointRef, endpointByKey, VerdictEnum } from '../endpoint/index.ts'
import { activeScanOf, countScans, listScans, type ScanRow, scanByKey } from './loaders.ts'
import { type ScanErrorCode, scanErrorCode, scanErrorCodes, scanErrorText } from './scan-error.ts'
import { cancelScan } from './verbs/cancel-scan.ts'
import { requestScan } from './verbs/request-scan.ts'

const ScanStatusEnum = describedEnum<ScanRow['status']>('ScanStatus', 'Where a scan stands.', {
  QUEUED: 'Waits for a worker.',
  RUNNING: 'A worker is at it.',
  COMPLETED: 'Done; single addresses may still have failed.',
  FAILED: 'Given up.',
  CANCELLED: 'Stopped by a person.',
})

const ScanStageEnum = describedEnum<NonNullable<ScanRow['stage']>>('ScanStage', 'What a running scan is doing.', {
  RESOLVING: 'Looking the name up.',
  CONNECTING: 'Connecting to the addresses.',
  VERSIONS: 'Asking for protocol versions.',
  CIPHER_SUITES: 'Asking for cipher suites.',
  CERTIFICATES: 'Fetching and validating certificates.',
  FEATURES: 'Asking for features.',
  JUDGING: 'Judging what was seen.',
  STORING: 'Writing down.',
})

const ScanErrorCodeEnum = describedEnum<ScanErrorCode>('ScanErrorCode', 'Why a scan was given up.', scanErrorCodes)

export const ScanRef = builder.objectRef<ScanRow>('Scan')

nodeType('Scan', ScanRef, 'One visit to an endpoint.', scanByKey)

builder.objectFields(ScanRef, (t) => ({
  endpoint: t.field({
    type: EndpointRef,
    description: 'What is visited.',
    resolve: async ({ tenantId, endpointId }, _, context) => {
      const endpoint = await endpointByKey(context, { tenantId, id: endpointId })
      if (!endpoint) throw new Error('a scan was seen whose endpoint is out of reach')
      return endpoint
    },
  }),
  status: t.expose('status', { type: ScanStatusEnum, description: 'Where it stands.' }),
  stage: t.expose('stage', { type: ScanStageEnum, nullable: true, description: 'What it is doing while it runs.' }),
  progress: t.exposeInt('progress', { description: 'Percent done, 0 to 100.' }),
  requestedAt: t.expose('requestedAt', { type: 'DateTime', description: 'When it was asked for.' }),
  startedAt: t.expose('startedAt', { type: 'DateTime', nullable: true, description: 'When a worker last took it.' }),
  finishedAt: t.expose('finishedAt', { type: 'DateTime', nullable: true, description: 'When it ended.' }),
  attempt: t.exposeInt('attempt', { description: 'How often a worker took it; more than 1 where one was lost.' }),
  errorCode: t.field({
    type: ScanErrorCodeEnum,
    nullable: true,
    description: 'Why it failed; null unless it did.',
    resolve: ({ status, error }) => (status === 'FAILED' ? scanErrorCode(error) : null),
  }),
  error: t.string({
    nullable: true,
    description: 'Why it failed and what to do, in words; null unless it did.',
    args: { locale: t.arg({ type: LocaleEnum, defaultValue: 'en', description: 'Language.' }) },
    resolve: ({ status, error }, { locale }) =>
      status === 'FAILED' ? scanErrorText(scanErrorCode(error), locale ?? 'en') : null,
  }),
  verdict: t.expose('verdict', {
    type: VerdictEnum,
    nullable: true,
    description: 'Worst verdict over its addresses; null until it is done.',
  }),
  score: t.exposeInt('score', { nullable: true, description: 'Lowest score over its addresses, 0 to 100.' }),
  connections: t.exposeInt('connections', {
    nullable: true,
    description: 'Connections opened over all addresses.',
  }),
  milliseconds: t.exposeInt('milliseconds', { nullable: true, description: 'How long it took.' }),
}))

builder.objectFields(EndpointRef, (t) => ({
  lastScan: t.field({
    type: ScanRef,
    nullable: true,
    description: 'Newest completed scan, the one that verdict and score come from.',
    resolve: ({ tenantId, lastScanId }, _, context) =>
      lastScanId ? scanByKey(context, { tenantId, id: lastScanId }) : null,
  }),
  activeScan: t.field({
    type: ScanRef,
    nullable: true,
    description: 'The scan that waits or runs, if there is one.',
    resolve: ({ tenantId, id }, _, context) => activeScanOf(context, { tenantId, id }),
  }),
  scans: t.connection(
    {
      type: ScanRef,
      description: 'Its visits, newest first.',
      complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
      resolve: async (endpoint, args, context) => {
        const window = pageWindow(args)
        return { ...pageOf(window, await listScans(context, endpoint, window), ({ id }) => [null, id]), endpoint }
      },
    },
    {
      description: 'A page of scans.',
      fields: (f) => ({
        totalCount: f.int({
          description: 'How many there are in all.',
          resolve: ({ endpoint }, _, context) => countScans(context, endpoint),
        }),
      }),
    },
    { description: 'A scan at its place in the list.' },
  ),
}))

mutation('scanRequest', {
  description:
    'Starts scans, at most 500 at once. An endpoint whose scan already waits or runs answers with that scan.',
  input: (t) => ({
    endpointIds: t.idList({ required: true, description: 'Global ids of the endpoints, at least one.' }),
  }),
  run: (ctx, input) => requestScan({ ctx, input }),
  payload: (t) => ({
    scans: t.field({
      type: [ScanRef],
      description: 'One for each endpoint, in the order asked for.',
      resolve: (payload) => payload.scans,
    }),
  }),
})

mutation('scanCancel', {
  description: 'Stops a scan that waits or runs. What it saw so far is thrown away.',
  input: (t) => ({ id: t.id({ required: true, description: 'Global id of the scan.' }) }),
  run: (ctx, input) => cancelScan({ ctx, input }),
  payload: (t) => ({
    scan: t.field({ type: ScanRef, description: 'The stopped scan.', resolve: (payload) => payload.scan }),
  }),
})
