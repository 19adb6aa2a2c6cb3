import { createEndpoint, createTenant } from '@sundown/db/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, type Person, signIn, startApi, tenantGid } from './harness.ts'
import { statementsOf } from './statements-of.ts'

let api: Api
let person: Person
/** Global id of a tenant with eight endpoints. */
let tenant: string

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
  tenant = tenantGid(tenants.at(-1) ?? '')
  person = await signIn(
    api,
    tenants.map((tenantId) => ({ tenantId, role: 'VIEWER' as const })),
  )
})

afterAll(() => api?.close())

const nested = (args: string) => `{ viewer { tenants(first: 10) { edges { node { id endpoints(${args}) {
  totalCount pageInfo { hasNextPage } edges { node { id host score verdict } } } } } } } }`

it('reads a page of many tenants in three statements', async () => {
  const { result: answer, statements } = await statementsOf(() => person.ask(nested('first: 3')))
  const { data } = answer
  expect(statements.filter((text) => text.includes('"Session"'))).toHaveLength(1)
  expect(statements.filter((text) => !text.includes('"Session"') && !/^(BEGIN|COMMIT)/.test(text))).toHaveLength(3)
  const lists = data.viewer.tenants.edges.map((edge: { node: { endpoints: object } }) => edge.node.endpoints)
  expect(lists.map((list: { totalCount: number }) => list.totalCount).sort()).toEqual([5, 6, 7, 8])
})

it('opens no transaction for what concerns the person alone', async () => {
  const { result: answer, statements } = await statementsOf(() => person.ask('{ viewer { id email } }'))
  expect(answer.data.viewer.email).toBe(person.email)
  expect(statements).toHaveLength(1)
})

it.each(
  ['NAME', 'VERDICT', 'SCORE', 'LAST_SCAN', 'CREATED'].flatMap((sort) => [
    `${sort}, sortDirection: ASC`,
    `${sort}, sortDirection: DESC`,
  ]),
)('walks a list to its end and back without losing or repeating a row: %s', async (sort) => {
  const page = async (args: string) => {
    const { data, errors } = await person.ask(
      `{ node(id: "${tenant}") { ... on Tenant { endpoints(${args}, sort: ${sort}) {
          pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id } } } } } }`,
    )
    expect(errors).toBeUndefined()
    const { edges, pageInfo } = data.node.endpoints
    return { pageInfo, ids: edges.map((edge: { node: { id: string } }) => edge.node.id) }
  }
  const whole = (await page('first: 100')).ids
  expect(whole).toHaveLength(8)
  const forth: string[] = []
  for (let at = await page('first: 3'); ; at = await page(`first: 3, after: "${at.pageInfo.endCursor}"`)) {
    forth.push(...at.ids)
    if (!at.pageInfo.hasNextPage) break
  }
  const back: string[] = []
  for (let at = await page('last: 3'); ; at = await page(`last: 3, before: "${at.pageInfo.startCursor}"`)) {
    back.unshift(...at.ids)
    if (!at.pageInfo.hasPreviousPage) break
  }
  expect([forth, back]).toEqual([whole, whole])
})

it.each([
  ['NAME', [1, '0']],
  ['NAME', ['a', 'not an id']],
  ['NAME', [null, '00000000-0000-7000-8000-000000000000']],
  ['SCORE', ['x', '00000000-0000-7000-8000-000000000000']],
  ['VERDICT', ['FINE', '00000000-0000-7000-8000-000000000000']],
  ['LAST_SCAN', ["'; drop table", '00000000-0000-7000-8000-000000000000']],
])('refuses a cursor that no row of a list by %s can have: %j', async (sort, position) => {
  const cursor = Buffer.from(JSON.stringify(position)).toString('base64url')
  const { errors } = await person.ask(
    `{ node(id: "${tenant}") { ... on Tenant { endpoints(first: 3, sort: ${sort}, after: "${cursor}") { totalCount } } } }`,
  )
  expect(errors?.map((error) => error.extensions.code)).toEqual(['BAD_USER_INPUT'])
})

it('takes the signs of a pattern in a search as they are', async () => {
  const count = async (search: string) =>
    (
      await person.ask(
        'query ($id: ID!, $search: String) { node(id: $id) { ... on Tenant { endpoints(search: $search) { totalCount } } } }',
        {
          id: tenant,
          search,
        },
      )
    ).data.node.endpoints.totalCount
  expect([await count('H3.'), await count('%'), await count('h_.'), await count('\\')]).toEqual([1, 0, 0, 0])
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
