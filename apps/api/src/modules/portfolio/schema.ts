import { builder } from '../../graphql/builder.ts'
import { pageOf, pageSize, pageWindow } from '../../graphql/page.ts'
import { DeadlineRef } from '../deadline/index.ts'
import {
  countAcross,
  EndpointRef,
  EndpointSortEnum,
  listAcross,
  positionBy,
  SortDirectionEnum,
  VerdictEnum,
} from '../endpoint/index.ts'
import { tallyOver, VerdictCountRef } from '../overview/index.ts'
import { TenantRef } from '../tenant/index.ts'
import { deadlinesOver, listCustomers, type Portfolio, portfolioOf, type SharedDeadline } from './loaders.ts'

const SharedDeadlineRef = builder.objectRef<SharedDeadline>('PortfolioDeadline').implement({
  description: 'A date to come, with how much of a portfolio it concerns.',
  fields: (t) => ({
    deadline: t.expose('deadline', { type: DeadlineRef, description: 'The date.' }),
    customers: t.exposeInt('customers', { description: 'How many customers it concerns.' }),
    endpoints: t.exposeInt('endpoints', { description: 'How many of their endpoints.' }),
  }),
})

const PortfolioRef = builder.objectRef<Portfolio>('Portfolio').implement({
  description: 'The customers that you reach on a partner’s behalf. Every list and total spans exactly these.',
  fields: (t) => ({
    endpointCount: t.int({
      description: 'Endpoints that are watched.',
      resolve: async ({ tenantIds }, _, context) => (await tallyOver(context, tenantIds)).endpoints,
    }),
    verdicts: t.field({
      type: [VerdictCountRef],
      description: 'Every verdict with its number of endpoints, in the order of the values.',
      resolve: async ({ tenantIds }, _, context) => [...(await tallyOver(context, tenantIds)).verdicts],
    }),
    unscanned: t.int({
      description: 'Endpoints never scanned to the end.',
      resolve: async ({ tenantIds }, _, context) => (await tallyOver(context, tenantIds)).unscanned,
    }),
    averageScore: t.int({
      nullable: true,
      description: 'Average over the endpoints that have a score.',
      resolve: async ({ tenantIds }, _, context) => (await tallyOver(context, tenantIds)).averageScore,
    }),
    deadlines: t.field({
      type: [SharedDeadlineRef],
      description: 'The dates to come, the next first; the earliest possible ones last.',
      complexity: { field: 20, multiplier: 10 },
      resolve: (portfolio, _, context) => deadlinesOver(context, portfolio),
    }),
    customers: t.connection(
      {
        type: TenantRef,
        description: 'The customers, by name.',
        complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
        resolve: async (portfolio, args, context) => {
          const window = pageWindow(args)
          const rows = await listCustomers(context, portfolio, window)
          return { ...pageOf(window, rows, ({ name, id }) => [name, id]), portfolio }
        },
      },
      {
        name: 'PortfolioCustomersConnection',
        description: 'A page of customers.',
        fields: (f) => ({
          totalCount: f.int({
            description: 'How many there are in all.',
            resolve: ({ portfolio }) => portfolio.tenantIds.length,
          }),
        }),
      },
      { name: 'PortfolioCustomersConnectionEdge', description: 'A customer at its place in the list.' },
    ),
    endpoints: t.connection(
      {
        type: EndpointRef,
        description: 'The endpoints of all customers as one list.',
        args: {
          search: t.arg.string({ description: 'Part of the host, the server name or the label.' }),
          verdicts: t.arg({ type: [VerdictEnum], description: 'Only these verdicts.' }),
          tags: t.arg.stringList({ description: 'Only with all of these tags.' }),
          sort: t.arg({ type: EndpointSortEnum, defaultValue: 'NAME', description: 'What to sort by.' }),
          sortDirection: t.arg({ type: SortDirectionEnum, defaultValue: 'ASC', description: 'Which way.' }),
        },
        complexity: (args) => ({ field: 1, multiplier: pageSize(args) }),
        resolve: async ({ tenantIds }, args, context) => {
          const window = pageWindow(args)
          const filter = { tenantIds, search: args.search, verdicts: args.verdicts, tags: args.tags }
          const sort = args.sort ?? 'NAME'
          const rows = await listAcross(context, filter, { sort, direction: args.sortDirection ?? 'ASC', window })
          return { ...pageOf(window, rows, positionBy(sort)), filter }
        },
      },
      {
        name: 'PortfolioEndpointsConnection',
        description: 'A page of endpoints.',
        fields: (f) => ({
          totalCount: f.int({
            description: 'How many there are in all, under the same filter.',
            resolve: ({ filter }, _, context) => countAcross(context, filter),
          }),
        }),
      },
      { name: 'PortfolioEndpointsConnectionEdge', description: 'An endpoint at its place in the list.' },
    ),
  }),
})

builder.objectField(TenantRef, 'portfolio', (t) =>
  t.field({
    type: PortfolioRef,
    nullable: true,
    description: 'At a partner: the customers that you look after on its behalf, together; null elsewhere.',
    resolve: (tenant, _, context) => (tenant.kind === 'PARTNER' ? portfolioOf(context, tenant.id) : null),
  }),
)
