/**
 * Who may reach what, generated from the schema and from the table of permissions (src/access/roles.ts): every query, field of a
 * tenant, mutation, subscription, node and path, times every kind of caller. What is new in the schema and has no entry
 * here fails the first tests.
 */
import { createEndpoint, createScan, createScanResult, createTenant } from '@sundown/db/testing'
import { type GraphQLObjectType, getNamedType, isCompositeType } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Permission } from '../src/access/roles.ts'
import { encodeKey } from '../src/global-id.ts'
import { schema } from '../src/graphql/schema.ts'
import { createServer } from '../src/server.ts'
import { type Caller, everyCaller, headersOf } from './callers.ts'
import { type Answer, type Api, type Client, signIn, startApi, tenantGid } from './harness.ts'
import { type Case, mutationCases } from './mutation-cases.ts'
import { statementsOf } from './statements-of.ts'

let api: Api
let tenantId: string
let otherId: string
let otherOwner: Client
let callers: Caller[]
let cases: Readonly<Record<string, Case>>
let slug: string
let things: Readonly<Record<'Tenant' | 'Endpoint' | 'Scan' | 'ScanResult', string>>
/** What only this tenant's people may read, wherever it turns up. */
const marks = ['Marked Ltd', 'marked-host.example.com']

beforeAll(async () => {
  api = await startApi()
  const { database } = api.db
  const { tenant } = await createTenant(database, { kind: 'PARTNER', name: marks[0] as string })
  tenantId = tenant.id
  slug = tenant.slug
  otherId = (await createTenant(database)).tenant.id
  otherOwner = await signIn(api, [{ tenantId: otherId, role: 'OWNER' }])
  const owner = await signIn(api, [{ tenantId, role: 'OWNER' }])
  cases = mutationCases({ api, tenantId, owner })
  const endpoint = await createEndpoint(database, { tenantId, host: marks[1] as string })
  const scan = await createScan(database, { tenantId, endpointId: endpoint.id, status: 'COMPLETED' })
  const result = await createScanResult(database, { tenantId, endpointId: endpoint.id, scanId: scan.id })
  things = {
    Tenant: tenantGid(tenantId),
    Endpoint: encodeKey('Endpoint', endpoint),
    Scan: encodeKey('Scan', scan),
    ScanResult: encodeKey('ScanResult', result),
  }
  callers = await everyCaller(api, tenantId)
})

afterAll(() => api?.close())

type Outcome = string
/** What each caller met, and what the table says they must meet. */
async function matrix(
  meets: (caller: Caller) => Promise<Outcome>,
  must: (caller: Caller) => Outcome | readonly Outcome[],
): Promise<void> {
  const wrong: string[] = []
  for (const caller of callers) {
    const [met, allowed] = [await meets(caller), [must(caller)].flat()]
    if (!allowed.includes(met)) wrong.push(`${caller.name}: met ${met}, must meet ${allowed.join(' or ')}`)
  }
  expect(wrong).toEqual([])
}

const isOutside = ({ holds }: Caller) => holds === 'nobody' || holds === 'nothing'
const mayUse = ({ holds }: Caller, permission: Permission) => typeof holds === 'object' && holds.has(permission)
/** Nothing that an outsider is told may come from the tenant. */
function expectNothingOf(caller: Caller, answer: unknown): void {
  if (!isOutside(caller)) return
  const text = JSON.stringify(answer) ?? ''
  for (const mark of [...marks, slug]) expect(text, caller.name).not.toContain(mark)
}

const fieldsOf = (name: string) => (schema.getType(name) as GraphQLObjectType).getFields()
const namesOf = (name: string) => Object.keys(fieldsOf(name)).sort()
/** Enough of a field to run its resolver. */
const selectionOf = (type: string, field: string) =>
  isCompositeType(getNamedType(fieldsOf(type)[field]?.type)) ? '{ __typename }' : ''

type QueryEntry = { readonly open: string } | { readonly own: string } | { readonly operators: string }

/** What each field of Query is for, and with which arguments the matrix asks it. */
const queries: Readonly<Record<string, QueryEntry>> = {
  // For operators of the installation, of whom there is none here.
  operatorLog: { operators: '' },
  // The same for everybody, signed in or not: nothing of a tenant is in it.
  deadlineChanges: { open: '' },
  deadlines: { open: '' },
  permissions: { open: '' },
  policies: { open: '' },
  roles: { open: '' },
  setup: { open: '' },
  invitation: { open: '(token: "none")' },
  // Of the caller alone.
  viewer: { own: '' },
  // By id or name; below with every kind of thing.
  node: { own: '(id: "x")' },
  nodes: { own: '(ids: ["x"])' },
  tenant: { own: '(slug: "x")' },
}

/** What a caller must hold to read each field of a tenant, and the arguments where it needs any. */
const tenantFields: Readonly<Record<string, Permission | readonly [Permission, string]>> = {
  apiKeys: 'key.write',
  auditEntries: 'audit.read',
  auditProof: 'audit.read',
  cloud: 'tenant.read',
  createdAt: 'tenant.read',
  customRoles: 'member.read',
  customers: 'member.read',
  domainProofs: 'tenant.read',
  endpoint: ['tenant.read', '(id: "Endpoint_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")'],
  endpointGroupPreview: ['tenant.read', '(rule: { conditions: [{ hosts: ["*"] }] })'],
  endpointGroups: 'tenant.read',
  endpoints: 'tenant.read',
  historyRegrade: 'tenant.read',
  id: 'tenant.read',
  identityProviders: 'provider.write',
  invitations: 'member.read',
  kind: 'tenant.read',
  members: 'member.read',
  name: 'tenant.read',
  overview: 'tenant.read',
  ownPolicies: 'tenant.read',
  partners: 'member.read',
  policy: 'tenant.read',
  policyPreview: ['tenant.read', '(policyId: "rfc9325")'],
  portfolio: 'tenant.read',
  practiceLab: 'tenant.read',
  slug: 'tenant.read',
  tags: 'tenant.read',
  technicianGroups: 'member.read',
  trustAnchors: 'tenant.read',
  viewerIsNarrowed: 'tenant.read',
  viewerPartner: 'tenant.read',
  viewerPermissions: 'tenant.read',
  viewerRole: 'tenant.read',
}

/** Mutations that concern no tenant of others: what each caller meets. */
const openMutations: Readonly<Record<string, (caller: Caller) => Outcome | readonly Outcome[]>> = {
  setupComplete: ({ name, holds }) => (holds === 'nobody' && name !== 'nobody' ? 'UNAUTHENTICATED' : 'ALREADY_DONE'),
  tenantCreate: ({ name, holds, isPerson }) =>
    name === 'nobody' || holds === 'nobody' ? 'UNAUTHENTICATED' : isPerson ? 'DONE' : 'FORBIDDEN',
  invitationAccept: ({ name, holds }) => (holds === 'nobody' && name !== 'nobody' ? 'UNAUTHENTICATED' : 'NOT_FOUND'),
  deadlineAdd: operatorsOnly,
  deadlineMove: operatorsOnly,
  deadlineWithdraw: operatorsOnly,
}
function operatorsOnly({ holds }: Caller): Outcome {
  return holds === 'nobody' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
}

/** Paths beside GraphQL: what a caller must hold, or why everybody may come. */
const paths: Readonly<
  Record<string, { readonly needs: Permission; readonly query?: string } | { readonly open: string }>
> = {
  '/healthz': { open: 'says only that the process lives' },
  '/readyz': { open: 'says only whether the database answers' },
  '/graphql': { open: 'the schema above' },
  '/graphql/stream': { open: 'the subscriptions above' },
  '/api/auth/*': { open: 'the sign-in library; account.int.test.ts' },
  '/api/auth/organisation/:ref/acs': { open: 'where a SAML provider sends people back to; organisation.int.test.ts' },
  '/api/tenants/:id/export': { needs: 'tenant.export' },
  '/api/tenants/:id/audit': { needs: 'audit.read' },
}

const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).sort()

describe('the matrix is whole', () => {
  it('has an entry for every query', () => expect(Object.keys(queries).sort()).toEqual(namesOf('Query')))
  it('has an entry for every field of a tenant', () =>
    expect(Object.keys(tenantFields).sort()).toEqual(namesOf('Tenant')))
  it('has an input for every mutation', () => expect(Object.keys(cases).sort()).toEqual(mutations))
  it('knows what each mutation without a permission is for', () =>
    expect(mutations.filter((name) => cases[name]?.permission === null)).toEqual(Object.keys(openMutations).sort()))
  it('follows every subscription', () => expect(namesOf('Subscription')).toEqual(['scanProgress', 'tenantActivity']))
  it('has a thing for every type of Node', () => {
    const names = schema.getPossibleTypes(schema.getType('Node') as never).map((type) => type.name)
    expect(names.sort()).toEqual(Object.keys(things).sort())
  })
  it('has an entry for every path', async () => {
    const server = await createServer(api.app, { trustedProxies: [], ratePoints: 1_000 })
    // A wildcard is printed without what stands before it.
    const found = pathsOf(server.printRoutes({ commonPrefix: false })).map((path) =>
      path.replace(/^\*$/, '/api/auth/*'),
    )
    expect(server.hasRoute({ method: 'GET', url: '/api/auth/*' })).toBe(true)
    await server.close()
    expect(found.sort()).toEqual(Object.keys(paths).sort())
  })
})

describe.each(Object.keys(queries))('query %s', (name) => {
  const entry = queries[name] as { open?: string; own?: string; operators?: string }

  it('tells nobody anything of a tenant that is not theirs', async () => {
    const document = `{ ${name}${entry.open ?? entry.own ?? ''} ${selectionOf('Query', name)} }`
    await matrix(
      async (caller) => {
        const answer = await caller.client.ask(document)
        expectNothingOf(caller, answer)
        return codeOf(answer)
      },
      (caller) => {
        if (entry.operators !== undefined) return operatorsOnly(caller)
        return caller.holds === 'nobody' && caller.name !== 'nobody' ? 'UNAUTHENTICATED' : 'DONE'
      },
    )
  })
})

it('finds the tenant by its slug for those who may read it', async () => {
  await matrix(
    async (caller) => {
      const answer = await caller.client.ask('query ($slug: String!) { tenant(slug: $slug) { id } }', { slug })
      expectNothingOf(caller, answer)
      return answer.errors ? codeOf(answer) : answer.data.tenant ? 'DONE' : 'NULL'
    },
    (caller) => (mayUse(caller, 'tenant.read') ? 'DONE' : outsideOf(caller)),
  )
})

it('shows no tenant in lists and totals to those who may not read it', async () => {
  const query = '{ viewer { tenants(first: 50) { totalCount edges { node { id } } } } }'
  await matrix(
    async (caller) => {
      const answer = await caller.client.ask(query)
      expectNothingOf(caller, answer)
      if (answer.errors || !answer.data.viewer) return 'NULL'
      const { totalCount, edges } = answer.data.viewer.tenants
      expect(totalCount, caller.name).toBe(edges.length)
      return edges.some((edge: { node: { id: string } }) => edge.node.id === things.Tenant) ? 'DONE' : 'NULL'
    },
    (caller) => (mayUse(caller, 'tenant.read') ? 'DONE' : 'NULL'),
  )
})

it.each(['Tenant', 'Endpoint', 'Scan', 'ScanResult'] as const)('node of type %s', async (type) => {
  await matrix(
    async (caller) => {
      const variables = { id: things[type], ids: [things[type]] }
      const query = 'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }'
      const answer = await caller.client.ask(query, variables)
      expectNothingOf(caller, answer)
      if (answer.errors) return codeOf(answer)
      expect(answer.data.nodes).toEqual([answer.data.node])
      return answer.data.node ? 'DONE' : 'NULL'
    },
    (caller) => (mayUse(caller, 'tenant.read') && (type === 'Tenant' || !caller.narrowed) ? 'DONE' : outsideOf(caller)),
  )
})

describe.each(Object.keys(tenantFields))('Tenant.%s', (name) => {
  it('is read by those who may', async () => {
    const entry = tenantFields[name] as Permission | readonly [Permission, string]
    const [permission, args] = typeof entry === 'string' ? [entry, ''] : entry
    const query = `query ($id: ID!) { node(id: $id) { ... on Tenant { asked: ${name}${args} ${selectionOf('Tenant', name)} } } }`
    await matrix(
      async (caller) => {
        const answer = await caller.client.ask(query, { id: things.Tenant })
        expectNothingOf(caller, answer)
        return answer.errors ? codeOf(answer) : answer.data.node ? 'DONE' : 'NULL'
      },
      (caller) => {
        if (!mayUse(caller, 'tenant.read')) return outsideOf(caller)
        return mayUse(caller, permission) ? 'DONE' : 'FORBIDDEN'
      },
    )
  })
})

describe.each(mutations)('mutation %s', (name) => {
  it('is held to the table of permissions for every caller', async () => {
    const { permission, input, mayAnswer } = cases[name] as Case
    // One input does for all who are refused, since nothing comes of it.
    const shared = await input()
    await matrix(
      async (caller) => {
        const refused = permission !== null && (!mayUse(caller, permission) || caller.narrowed)
        const answer = await change(caller.client, name, refused ? shared : await input())
        expectNothingOf(caller, answer)
        return answer
      },
      (caller) => {
        if (permission === null) return openMutations[name]?.(caller) ?? 'an entry'
        if (caller.holds === 'nobody') return 'UNAUTHENTICATED'
        if (caller.holds === 'nothing') return 'NOT_FOUND'
        // A partner's staff do not even see what the customer agreed with others.
        if (!caller.holds.has(permission)) return caller.isGuest ? ['FORBIDDEN', 'NOT_FOUND'] : 'FORBIDDEN'
        // What lies outside of a scope is not there, and cannot be made.
        if (caller.narrowed) return ['NOT_FOUND', 'OUT_OF_SCOPE']
        return ['DONE', ...(mayAnswer ? [mayAnswer] : [])]
      },
    )
  })

  it('answers alike for what is somebody else’s and for what never was', async () => {
    const { permission, input } = cases[name] as Case
    if (permission === null) return
    const foreign = await input()
    const [real, never, spliced] = [foreign, mapIds(foreign, forged), mapIds(foreign, (id) => splice(id, otherId))]
    const errors = async (given: object) => {
      const answer = await otherOwner.change(name, given as Record<string, unknown>, '__typename')
      return answer.errors
    }
    const [toReal, toNever] = [await statementsOf(() => errors(real)), await statementsOf(() => errors(never))]
    expect(toReal.result).toEqual(toNever.result)
    // The time that the answer takes tells no more than its text: the database does the same for both.
    expect(toReal.statements).toEqual(toNever.statements)
    // With the own tenant's bytes in front: within reach, and still not there.
    if (JSON.stringify(spliced) === JSON.stringify(real)) return
    const own = await errors(spliced)
    for (const mark of [...marks, slug]) expect(JSON.stringify(own ?? '')).not.toContain(mark)
    const rows = await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.auditEntry.findMany({ where: { tenantId, address: { not: null } }, orderBy: { number: 'desc' }, take: 1 }),
    )
    expect(rows[0]?.actorId).not.toBe((otherOwner as Client & { userId: string }).userId)
  })
})

it('writes an entry to the log of the installation for every mutation that is an operator’s', async () => {
  const operator = await signIn(api)
  await api.db.database.auth.user.update({ where: { id: operator.userId }, data: { operator: true } })
  const names = ['deadlineAdd', 'deadlineMove', 'deadlineWithdraw']
  expect(Object.keys(openMutations).filter((name) => openMutations[name] === operatorsOnly)).toEqual(names)
  const added = await operator.change('deadlineAdd', await (cases.deadlineAdd as Case).input(), 'deadline { id }')
  await operator.change('deadlineMove', await (cases.deadlineMove as Case).input(), '__typename')
  await operator.change('deadlineWithdraw', { id: added.deadline.id }, '__typename')
  const query = '{ operatorLog(first: 10) { edges { node { number action actorId subjectId } } } }'
  const entries = (await operator.ask(query)).data.operatorLog.edges.map((edge: { node: object }) => edge.node)
  const { userId: actorId } = operator
  expect(entries.reverse()).toMatchObject([
    { number: 1, action: 'deadlineAdd', actorId, subjectId: added.deadline.id },
    { number: 2, action: 'deadlineMove', actorId },
    { number: 3, action: 'deadlineWithdraw', actorId, subjectId: added.deadline.id },
  ])
})

it('writes an entry to the audit log for every mutation that changes something of a tenant', async () => {
  const actions = await api.db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.auditEntry.findMany({ where: { tenantId }, distinct: ['action'], select: { action: true } }),
  )
  const written = new Set(actions.map((row) => row.action))
  // What never succeeds above has its own tests: the lab does not run, the tenant is still needed, no domain is proven.
  const expected = mutations.filter((name) => cases[name]?.permission && !cases[name]?.mayAnswer)
  expect(expected.filter((name) => !written.has(name))).toEqual([])
})

describe.each([
  ['scanProgress', 'subscription ($id: ID!) { scanProgress(scanId: $id) { id } }', 'Scan'],
  ['tenantActivity', 'subscription ($id: ID!) { tenantActivity(tenantId: $id) { __typename } }', 'Tenant'],
] as const)('subscription %s', (name, query, type) => {
  it('is followed by those who may', async () => {
    if (name === 'tenantActivity') await createScan(api.db.database, { tenantId, status: 'QUEUED' })
    await matrix(
      async (caller) => {
        const answer = await firstOf(caller.client, query, { id: things[type] })
        expectNothingOf(caller, answer)
        return answer ? codeOf(answer) : 'SILENCE'
      },
      (caller) => {
        if (caller.holds === 'nobody') return 'UNAUTHENTICATED'
        if (!mayUse(caller, 'tenant.read')) return 'BAD_USER_INPUT'
        return caller.narrowed ? (name === 'scanProgress' ? 'BAD_USER_INPUT' : 'SILENCE') : 'DONE'
      },
    )
  })

  it('answers alike for what is somebody else’s and for what never was', async () => {
    const ids = [things[type], forged(things[type])]
    const answers = await Promise.all(ids.map((id) => firstOf(otherOwner, query, { id })))
    expect(answers[0]?.errors).toEqual(answers[1]?.errors)
    expect(answers[0]?.errors).toHaveLength(1)
  })
})

const guarded = Object.entries(paths).flatMap(([path, entry]) => ('needs' in entry ? [[path, entry] as const] : []))

it.each(guarded)('path %s', async (path, { needs, query = '' }) => {
  await matrix(
    async (caller) => {
      const url = `${api.url}${path.replace(':id', things.Tenant)}${query}`
      const response = await fetch(url, { headers: headersOf(caller.client) })
      const text = await response.text()
      expectNothingOf(caller, text)
      return String(response.status)
    },
    (caller) => {
      if (caller.holds === 'nobody') return '401'
      if (caller.holds === 'nothing') return '404'
      return mayUse(caller, needs) ? '200' : '403'
    },
  )
})

describe('what somebody else has costs as much as what never was', () => {
  const asked: readonly (readonly [string, string, (real: boolean) => Record<string, unknown>])[] = [
    ...(['Tenant', 'Endpoint', 'Scan', 'ScanResult'] as const).map(
      (type) =>
        [
          `node of type ${type}`,
          'query ($id: ID!, $ids: [ID!]!) { node(id: $id) { id } nodes(ids: $ids) { id } }',
          (real: boolean) => {
            const id = real ? things[type] : forged(things[type])
            return { id, ids: [id] }
          },
        ] as const,
    ),
    [
      'a tenant by its slug',
      'query ($slug: String!) { tenant(slug: $slug) { id endpoints { totalCount } } }',
      (real) => ({ slug: real ? slug : `${slug.slice(0, -1)}~` }),
    ],
    [
      'totals of a tenant',
      'query ($id: ID!) { node(id: $id) { ... on Tenant { endpoints { totalCount } overview { endpoints } auditEntries { totalCount } } } }',
      (real) => ({ id: real ? things.Tenant : forged(things.Tenant) }),
    ],
    [
      'an endpoint within the own tenant',
      'query ($own: ID!, $id: ID!) { node(id: $own) { ... on Tenant { endpoint(id: $id) { id } } } }',
      (real) => {
        const id = splice(things.Endpoint, otherId)
        return { own: tenantGid(otherId), id: real ? id : withTenant(id, (bytes) => bytes.writeUInt8(1, 31)) }
      },
    ],
  ]

  it.each(asked)('%s', async (_, query, variables) => {
    const run = (real: boolean) => statementsOf(() => otherOwner.ask(query, variables(real)))
    await run(true)
    const [foreign, missing] = [await run(true), await run(false)]
    const { requestId: _one, ...answer } = { ...foreign.result.extensions }
    const { requestId: _two, ...other } = { ...missing.result.extensions }
    expect([foreign.result.data, foreign.result.errors, answer.cost.requested]).toEqual([
      missing.result.data,
      missing.result.errors,
      other.cost.requested,
    ])
    expect(foreign.statements.length).toBeGreaterThan(0)
    expect(foreign.statements).toEqual(missing.statements)
  })

  it('counts under a filter with the same statements, whatever lies outside of the reach', async () => {
    const query = `query ($id: ID!, $search: String) { node(id: $id) { ... on Tenant {
      endpoints(search: $search) { totalCount edges { node { id } } }
    } } }`
    const run = (search: string) => statementsOf(() => otherOwner.ask(query, { id: tenantGid(otherId), search }))
    await run('warm')
    const [there, nowhere] = [await run(marks[1] as string), await run('never-was.example.com')]
    expect(there.result.data).toEqual(nowhere.result.data)
    expect(there.statements).toEqual(nowhere.statements)
  })
})

describe('the cursor of another tenant', () => {
  const query = `query ($id: ID!, $after: String) { node(id: $id) { ... on Tenant {
    endpoints(first: 5, after: $after) { totalCount edges { cursor node { id host } } }
    auditEntries(first: 5, after: $after) { totalCount edges { cursor node { number actorName } } }
  } } }`

  it('leads to nothing but the own rows', async () => {
    const insider = callers.find(({ name }) => name === 'OWNER')?.client as Client
    const theirs = (await insider.ask(query, { id: things.Tenant })).data.node
    await createEndpoint(api.db.database, { tenantId: otherId, host: 'zz-own.example.com' })
    for (const list of [theirs.endpoints, theirs.auditEntries]) {
      const after = list.edges[0].cursor as string
      const answer = await otherOwner.ask(query, { id: tenantGid(otherId), after })
      const outsider = callers.find(({ holds }) => holds === 'nothing') as Caller
      expectNothingOf(outsider, answer)
      for (const one of [answer.data?.node?.endpoints, answer.data?.node?.auditEntries].filter(Boolean))
        expect(one.totalCount).toBeLessThanOrEqual(50)
    }
  })
})

/** Whole paths out of the tree that the server prints. */
function pathsOf(tree: string): string[] {
  const above: string[] = []
  const found: string[] = []
  for (const line of tree.split('\n')) {
    const [, indent = '', segment = '', methods] = /^(.*?)[├└]── (\S+)( \(.+\))?$/.exec(line) ?? []
    if (segment === '') continue
    const depth = indent.length / 4
    above.splice(depth, above.length, segment)
    if (methods) found.push(above.join(''))
  }
  return found.sort()
}

/** What a caller outside meets where the answer may be null: a key that does not count is refused outright. */
function outsideOf({ name, holds }: Caller): Outcome {
  return holds === 'nobody' && name !== 'nobody' ? 'UNAUTHENTICATED' : 'NULL'
}

function codeOf(answer: Answer): Outcome {
  return answer.errors ? (answer.errors[0]?.extensions.code ?? 'ERROR') : 'DONE'
}

async function change(who: Client, name: string, input: Record<string, unknown>): Promise<Outcome> {
  try {
    const answer = await who.change(name, input, '__typename')
    return answer.errors?.[0].code ?? 'DONE'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

/** The first event, or nothing where none comes soon: there is one at once for whoever may see it. */
async function firstOf(who: Client, query: string, variables: Record<string, unknown>): Promise<Answer | null> {
  const response = await fetch(`${api.url}/graphql/stream`, {
    method: 'POST',
    signal: AbortSignal.timeout(1_500),
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headersOf(who) },
    body: JSON.stringify({ query, variables }),
  })
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return (await response.json()) as Answer
  let text = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) {
      text += decoder.decode(chunk, { stream: true })
      const data = /^data: (\{.+\})$/m.exec(text)?.[1]
      if (data) return JSON.parse(data) as Answer
    }
  } catch (error) {
    if ((error as Error).name !== 'TimeoutError') throw error
  }
  return null
}

const isId = (value: unknown): value is string => typeof value === 'string' && /^[A-Z][A-Za-z]+_[\w-]{20,}$/.test(value)

function mapIds<T>(value: T, map: (id: string) => string): T {
  if (Array.isArray(value)) return value.map((one) => mapIds(one, map)) as T
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapIds(one, map)])) as T
  return (isId(value) ? map(value) : value) as T
}

/** The same id with another tenant's bytes. */
const forged = (id: string) => withTenant(id, (bytes) => bytes.writeUInt8((bytes.readUInt8(15) + 1) % 256, 15))
/** The same row under another tenant. */
const splice = (id: string, tenant: string) =>
  withTenant(id, (bytes) => Buffer.from(tenant.replaceAll('-', ''), 'hex').copy(bytes))

function withTenant(id: string, change: (bytes: Buffer) => void): string {
  const at = id.indexOf('_') + 1
  const bytes = Buffer.from(id.slice(at), 'base64url')
  change(bytes)
  return id.slice(0, at) + bytes.toString('base64url')
}
