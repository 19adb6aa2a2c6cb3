import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Context } from '../src/context.ts'
import { type Api, type Person, signIn, startApi } from './harness.ts'

let api: Api
let person: Person

beforeAll(async () => {
  api = await startApi()
  const tenants = []
  for (let i = 0; i < 4; i++) {
    const { tenant } = await createTenant(api.db.database)
    tenants.push(tenant.id)
    for (let j = 0; j < 5 + i; j++)
      await createEndpoint(api.db.database, {
        tenantId: tenant.id,
        host: `h${j}.example.com`,
        score: j === 0 ? null : (j * 37) % 100,
        verdict: j % 2 ? 'READY' : 'NOT_READY',
      })
  }
  person = await signIn(
    api,
    tenants.map((tenantId) => ({ tenantId, role: 'VIEWER' as const })),
  )
})

afterAll(() => api?.close())

const nested = (args: string) => `{ viewer { tenants(first: 10) { edges { node { id endpoints(${args}) {
  totalCount pageInfo { hasNextPage } edges { node { id host score verdict } } } } } } } }`

it('reads a page of many tenants in three statements', async () => {
  let reads = 0
  const whole = Context.prototype.read
  Context.prototype.read = function <T>(this: Context, read: Parameters<typeof whole<T>>[0]): Promise<T> {
    reads += 1
    return whole.call(this, read as never) as Promise<T>
  }
  const { data } = await person.ask(nested('first: 3'))
  Context.prototype.read = whole
  expect(reads).toBe(3)
  const lists = data.viewer.tenants.edges.map((edge: { node: { endpoints: object } }) => edge.node.endpoints)
  expect(lists.map((list: { totalCount: number }) => list.totalCount).sort()).toEqual([5, 6, 7, 8])
})

it.each([
  'first: 3, sort: SCORE',
  'first: 3, sort: SCORE, sortDirection: DESC',
  'first: 4, sort: VERDICT, sortDirection: DESC',
  'last: 3, sort: SCORE',
  'first: 3, sort: CREATED',
  'first: 20, verdicts: [READY]',
  'first: 2, search: "h3"',
])('gives every tenant the page that it has alone: %s', async (args) => {
  const together = (await person.ask(nested(args))).data.viewer.tenants.edges
  for (const { node } of together) {
    const query = nested(args).replace(
      'viewer { tenants(first: 10) { edges { node {',
      'node(id: $id) { ... on Tenant {',
    )
    const alone = await person.ask(`query ($id: ID!) ${query.slice(0, query.lastIndexOf('} }'))}`, { id: node.id })
    expect(alone.errors).toBeUndefined()
    expect(node).toEqual(alone.data.node)
  }
})
