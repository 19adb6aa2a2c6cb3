import type { EndpointRole, verdicts } from '@sundown/core/finding'
import { type Stack, stackNames, stacks } from '@sundown/core/remediation'
import { starttlsKinds } from '@sundown/core/target'
import { keyOf } from '../../global-id.ts'
import { builder } from '../../graphql/builder.ts'
import { describedEnum, enumName } from '../../graphql/enum.ts'
import { nodeType } from '../../graphql/node.ts'
import { pageOf, pageSize, pageWindow } from '../../graphql/page.ts'
import { TenantRef, tenantById } from '../tenant/index.ts'
import { addressText } from './address-text.ts'
import {
  countEndpoints,
  type EndpointRow,
  type EndpointSort,
  endpointByKey,
  listEndpoints,
  positionBy,
} from './loaders.ts'

export const VerdictEnum = describedEnum<(typeof verdicts)[number]>(
  'Verdict',
  'The answer to "does it work towards Microsoft 365 with TLS 1.2", in this order from good to bad to unknown.',
  {
    READY: 'Completes TLS 1.2 or later with what its peer accepts.',
    LEGACY_ENABLED: 'Ready, and still accepts an older protocol.',
    AT_RISK: 'Works today through something that is going away.',
    NOT_READY: 'Fails once the older protocols are refused.',
    UNKNOWN: 'Could not be observed.',
  },
)

export const EndpointRoleEnum = describedEnum<EndpointRole>(
  'EndpointRole',
  'Which side of a connection with Microsoft 365 an endpoint is.',
  {
    inbound: 'Microsoft 365, or a partner’s mail server, connects to it.',
    internal: 'The organisation’s own clients connect to it.',
    client: 'It connects to Microsoft 365.',
  },
)

export const StarttlsKindEnum = describedEnum<(typeof starttlsKinds)[number]>(
  'StarttlsKind',
  'The dialect spoken in clear text before the TLS handshake.',
  {
    smtp: 'SMTP between mail servers (RFC 3207).',
    lmtp: 'LMTP (RFC 2033).',
    submission: 'SMTP from mail clients (RFC 6409).',
    imap: 'IMAP4 (RFC 9051).',
    pop3: 'POP3 (RFC 2595).',
    sieve: 'ManageSieve (RFC 5804).',
    ftp: 'FTP (RFC 4217).',
    ldap: 'LDAP (RFC 4511).',
    xmpp: 'XMPP from clients (RFC 6120).',
    'xmpp-server': 'XMPP between servers (RFC 6120).',
    postgres: 'PostgreSQL`s SSLRequest.',
    mysql: 'MySQL`s SSLRequest.',
    nntp: 'NNTP (RFC 4642).',
    irc: 'IRC`s STARTTLS.',
    rdp: 'Remote Desktop (MS-RDPBCGR).',
    mssql: 'SQL Server (MS-TDS).',
  },
)

export const StackEnum = builder.enumType('Stack', {
  description: 'A product that speaks TLS.',
  values: Object.fromEntries(
    stacks.map((stack) => [enumName(stack), { value: stack, description: stackNames[stack] }]),
  ) as Record<string, { value: Stack; description: string }>,
})

const OriginEnum = describedEnum<EndpointRow['origin']>('Origin', 'Who brought it.', {
  MANUAL: 'Written by the tenant.',
  LAB: 'Brought by the practice lab.',
})

export const EndpointSortEnum = describedEnum<EndpointSort>('EndpointSort', 'What a list of endpoints is sorted by.', {
  NAME: 'Host.',
  VERDICT: 'Verdict in the order of its values; those never scanned last.',
  SCORE: 'Score; those without one last.',
  LAST_SCAN: 'Time of the newest completed scan; those never scanned last.',
  CREATED: 'When it was added.',
})

export const SortDirectionEnum = describedEnum<'ASC' | 'DESC'>('SortDirection', 'Way of sorting.', {
  ASC: 'Smallest first.',
  DESC: 'Greatest first.',
})

export const EndpointRef = builder.objectRef<EndpointRow>('Endpoint')

nodeType('Endpoint', EndpointRef, 'A server or client that is watched.', endpointByKey)

builder.objectFields(EndpointRef, (t) => ({
  host: t.exposeString('host', { description: 'Host name as an A-label in lower case, or an address literal.' }),
  port: t.exposeInt('port', { description: 'TCP port.' }),
  address: t.string({
    description: 'Host and port as people write them, for instance blåbær.dk:443 or [2001:db8::1]:25.',
    resolve: addressText,
  }),
  serverName: t.exposeString('serverName', {
    nullable: true,
    description: 'Name sent in the handshake where it differs from the host.',
  }),
  starttls: t.field({
    type: StarttlsKindEnum,
    nullable: true,
    description: 'Dialect spoken before the handshake.',
    resolve: (endpoint) => starttlsKinds.find((kind) => kind === endpoint.starttls) ?? null,
  }),
  role: t.expose('role', { type: EndpointRoleEnum, description: 'Which side of the connection it is.' }),
  stack: t.field({
    type: StackEnum,
    nullable: true,
    description: 'Product that it runs on, where the tenant named it.',
    resolve: (endpoint) => stacks.find((stack) => stack === endpoint.stack) ?? null,
  }),
  label: t.exposeString('label', { nullable: true, description: 'What the tenant calls it.' }),
  origin: t.expose('origin', { type: OriginEnum, description: 'Who brought it.' }),
  createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was added.' }),
  deletedAt: t.expose('deletedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'When it was deleted; null while it is watched.',
  }),
  verdict: t.expose('verdict', {
    type: VerdictEnum,
    nullable: true,
    description: 'Worst verdict over the addresses of the newest completed scan; null before the first.',
  }),
  score: t.exposeInt('score', {
    nullable: true,
    description: 'Lowest score over those addresses, 0 to 100; null where the verdict is UNKNOWN.',
  }),
  policyId: t.exposeString('policyId', { nullable: true, description: 'Policy that gave verdict and score.' }),
  judgedAt: t.expose('judgedAt', {
    type: 'DateTime',
    nullable: true,
    description: 'Instant that dates were judged against.',
  }),
  tenant: t.field({
    type: TenantRef,
    description: 'Whose it is.',
    resolve: async ({ tenantId }, _, context) => {
      const tenant = await tenantById(context, tenantId)
      if (!tenant) throw new Error('an endpoint was seen whose tenant is out of reach')
      return tenant
    },
  }),
}))

builder.objectFields(TenantRef, (t) => ({
  endpoint: t.field({
    type: EndpointRef,
    nullable: true,
    description: 'One endpoint of this tenant; null where there is none.',
    args: { id: t.arg.id({ required: true, description: 'Global id of the endpoint.' }) },
    resolve: async (tenant, { id }, context) => {
      const key = keyOf('Endpoint', id, ['id'])
      return key.tenantId === tenant.id ? endpointByKey(context, key) : null
    },
  }),
  endpoints: t.connection(
    {
      type: EndpointRef,
      description: 'The endpoints that are watched.',
      args: {
        search: t.arg.string({ description: 'Part of the host, the server name or the label.' }),
        verdicts: t.arg({ type: [VerdictEnum], description: 'Only these verdicts.' }),
        tags: t.arg.stringList({ description: 'Only with all of these tags.' }),
        groupId: t.arg.id({ description: 'Only in this group.' }),
        sort: t.arg({ type: EndpointSortEnum, defaultValue: 'NAME', description: 'What to sort by.' }),
        sortDirection: t.arg({ type: SortDirectionEnum, defaultValue: 'ASC', description: 'Which way.' }),
      },
      complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
      resolve: async (tenant, args, context) => {
        const window = pageWindow(args)
        const groupId = args.groupId ? keyOf('EndpointGroup', args.groupId, ['groupId']).id : null
        const { search, verdicts, tags } = args
        const filter = { tenantId: tenant.id, search, verdicts, tags, groupId }
        const sort = args.sort ?? 'NAME'
        const rows = await listEndpoints(context, { ...filter, sort, direction: args.sortDirection ?? 'ASC', window })
        return { ...pageOf(window, rows, positionBy(sort)), filter }
      },
    },
    {
      description: 'A page of endpoints.',
      fields: (f) => ({
        totalCount: f.int({
          description: 'How many there are in all, under the same filter.',
          resolve: ({ filter }, _, context) => countEndpoints(context, filter),
        }),
      }),
    },
    { description: 'An endpoint at its place in the list.' },
  ),
}))
