import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Narrowing, Scope, Scopes, Tx } from '../src/index.ts'
import { beyondScope, newId, verifyAudit } from '../src/index.ts'
import { createFactSet, createScanResult, createTenant, type TestDatabase, testDatabase } from '../src/testing/index.ts'

let db: TestDatabase
let here: Place
let there: Place

interface Place {
  readonly tenantId: string
  readonly endpoints: readonly string[]
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
}

beforeAll(async () => {
  db = await testDatabase()
  here = await fill()
  there = await fill()
})

afterAll(() => db?.close())

const whole = <T>(tenantId: string, work: (tx: Tx) => Promise<T>) =>
  db.database.asTenants({ tenants: [tenantId], user: null }, work)
const narrowed = <T>(scopes: Scopes, work: (tx: Tx) => Promise<T>) =>
  db.database.asTenants({ tenants: [here.tenantId, there.tenantId], user: null, scopes }, work)

/** A tenant with eight endpoints that were all scanned, two groups by hand and two by rule. */
async function fill(): Promise<Place> {
  const { tenant } = await createTenant(db.database)
  const tenantId = tenant.id
  const endpoints = Array.from({ length: 8 }, () => newId())
  const groups = new Map<string, ReadonlySet<string>>()
  await whole(tenantId, async (tx) => {
    await tx.endpoint.createMany({
      data: endpoints.map((id, i) => ({ tenantId, id, host: `h${i}.example.com`, port: 440 + i, role: 'inbound' })),
    })
    await tx.endpointTag.createMany({
      data: endpoints.map((endpointId, i) => ({ tenantId, endpointId, tag: i % 2 ? 'odd' : 'even' })),
    })
    for (const [name, members] of [
      ['low', endpoints.slice(0, 3)],
      ['high', endpoints.slice(5)],
    ] as const) {
      const group = await tx.endpointGroup.create({ data: { tenantId, name } })
      await tx.endpointGroupMember.createMany({
        data: members.map((endpointId) => ({ tenantId, groupId: group.id, endpointId })),
      })
      groups.set(group.id, new Set(members))
    }
    const odd = { match: 'all', conditions: [{ field: 'tag', values: ['odd'], not: false }] }
    const ports = { match: 'any', conditions: [{ field: 'port', values: [442, 446], not: false }] }
    const rules = [
      ['odd', odd, endpoints.filter((_, i) => i % 2)],
      ['ports', ports, endpoints.filter((_, i) => i === 2 || i === 6)],
    ] as const
    for (const [name, rule, members] of rules) {
      const group = await tx.endpointGroup.create({ data: { tenantId, name, kind: 'RULE', rule } })
      groups.set(group.id, new Set(members))
    }
  })
  for (const endpointId of endpoints) {
    const { hash } = await createFactSet(db.database, { tenantId })
    await createScanResult(db.database, { tenantId, endpointId, factsHash: hash })
  }
  return { tenantId, endpoints, groups }
}

/** What a scope admits, said as plainly as it can be. */
function admits(place: Place, { include, exclude }: Scope, endpoint: string): boolean {
  const known = new Set([...here.groups.keys(), ...there.groups.keys()])
  const inOne = (groups: readonly string[]) => groups.some((group) => place.groups.get(group)?.has(endpoint))
  const included = include === 'all' || include.endpoints.includes(endpoint) || inOne(include.groups)
  const excluded = exclude.endpoints.includes(endpoint) || inOne(exclude.groups)
  return included && !excluded && exclude.groups.every((group) => known.has(group))
}

const admitted = (place: Place, ways: readonly Narrowing[] | null | undefined): string[] =>
  place.endpoints.filter(
    (endpoint) => ways === null || ways?.some((way) => way.every((scope) => admits(place, scope, endpoint))),
  )

const scopes = fc.gen().map((g) => {
  const pool = (kind: 'endpoints' | 'groups') => [
    ...[here, there].flatMap((place) => (kind === 'groups' ? [...place.groups.keys()] : place.endpoints)),
    ...(g(fc.nat, { max: 9 }) === 0 ? [newId()] : []),
  ]
  const some = (kind: 'endpoints' | 'groups', max: number) =>
    Array.from({ length: g(fc.nat, { max }) }, () => g(fc.constantFrom, ...pool(kind)))
  const picks = (groups: number, endpoints: number) => ({
    groups: some('groups', groups),
    endpoints: some('endpoints', endpoints),
  })
  const scope = (): Scope => ({ include: g(fc.boolean) ? 'all' : picks(3, 4), exclude: picks(1, 2) })
  const ways = () =>
    g(fc.nat, { max: 6 }) === 0
      ? null
      : Array.from({ length: g(fc.nat, { max: 3 }) }, () =>
          Array.from({ length: 1 + g(fc.nat, { max: 2 }) }, () => scope()),
        )
  const result: Record<string, readonly Narrowing[] | null> = {}
  for (const place of [here, there]) if (g(fc.nat, { max: 6 }) > 0) result[place.tenantId] = ways()
  return result
})

describe('scope', () => {
  test('shows of every table what a plain reading of the scopes admits, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(scopes, async (given) => {
        const expected = [here, there].flatMap((place) => admitted(place, given[place.tenantId])).sort()
        const seen = await narrowed(given, async (tx) => {
          const ids = async (table: string) =>
            (await tx.$queryRawUnsafe<{ id: string }[]>(`SELECT DISTINCT "endpointId"::text AS id FROM "${table}"`))
              .map((row) => row.id)
              .sort()
          return {
            endpoints: (await tx.endpoint.findMany({ select: { id: true } })).map((row) => row.id).sort(),
            total: await tx.endpoint.count(),
            scans: await ids('Scan'),
            results: await ids('ScanResult'),
            tags: await ids('EndpointTag'),
            facts: await tx.factSet.count(),
          }
        })
        expect(seen).toEqual({
          endpoints: expected,
          total: expected.length,
          scans: expected,
          results: expected,
          tags: expected,
          facts: expected.length,
        })
      }),
      { numRuns: 60 },
    )
  })

  test('shows nothing where the setting is missing, broken or of another tenant', async () => {
    for (const setting of ['', '{}', `{"${newId()}": null}`]) {
      const count = await whole(here.tenantId, async (tx) => {
        await tx.$executeRaw`SELECT set_config('role', 'sundown_scoped', true), set_config('app.scopes', ${setting}, true)`
        return tx.endpoint.count()
      })
      expect([setting, count]).toEqual([setting, 0])
    }
  })

  test('refuses writes beyond it: nothing is changed, and nothing new is let in', async () => {
    const [mine, other] = here.endpoints
    if (!mine || !other) throw new Error('no endpoints')
    const only = { [here.tenantId]: [[{ include: { groups: [], endpoints: [mine] }, exclude: none }]] }
    const touched = await narrowed(only, async (tx) => [
      (await tx.endpoint.updateMany({ data: { label: 'touched' } })).count,
      (await tx.scan.updateMany({ data: { progress: 1 } })).count,
    ])
    expect(touched).toEqual([1, 1])
    const { tenantId } = here
    await expect(
      narrowed(only, (tx) =>
        tx.endpoint.create({ data: { tenantId, host: 'new.example.com', port: 1, role: 'client' } }),
      ),
    ).rejects.toThrow(/row-level security/)
    await expect(narrowed(only, (tx) => tx.scan.create({ data: { tenantId, endpointId: other } }))).rejects.toThrow(
      /row-level security/,
    )
  })

  test('hides the audit log and other totals of the tenant, and still lets its readers write the log', async () => {
    const [mine] = here.endpoints
    const only = { [here.tenantId]: [[{ include: { groups: [], endpoints: [mine ?? ''] }, exclude: none }]] }
    const { tenantId } = here
    const counts = (tx: Tx) => Promise.all([tx.auditEntry.count(), tx.historyRegrade.count()])
    await whole(tenantId, (tx) =>
      tx.historyRegrade.create({ data: { tenantId, rulings: 'x', policyId: 'x', total: 9 } }),
    )
    const write = (tx: Tx) =>
      tx.auditEntry.createMany({ data: { tenantId, actorKind: 'SYSTEM', action: 'written by a part' } })
    const seen = await narrowed(only, async (tx) => {
      const endpoints = await tx.endpoint.count()
      await write(tx)
      const entry = { tenantId, actorKind: 'SYSTEM' as const, action: 'one of two' }
      await tx.auditEntry.createMany({ data: [entry, entry] })
      await beyondScope(tx, () => write(tx))
      return [endpoints, await tx.endpoint.count(), ...(await counts(tx))]
    })
    expect(seen).toEqual([1, 1, 0, 0])
    expect(await whole(tenantId, counts)).toEqual([4, 1])
    expect(await whole(tenantId, (tx) => verifyAudit(tx, tenantId))).toMatchObject({ entries: 4, brokenAt: null })
    expect(await narrowed({ [tenantId]: null }, counts)).toEqual([4, 1])
  })

  test('lets a new endpoint be looked at once it is there, and narrows again afterwards', async () => {
    const odd = [...here.groups.keys()][2] ?? ''
    const only = { [here.tenantId]: [[{ include: { groups: [odd], endpoints: [] }, exclude: none }]] }
    const { tenantId } = here
    const seen = narrowed(only, async (tx) => {
      const before = await tx.endpoint.count()
      const made = await beyondScope(tx, async () => {
        const endpoint = await tx.endpoint.create({
          data: { tenantId, host: 'fresh.example.com', port: 1, role: 'client' },
        })
        await tx.endpointTag.create({ data: { tenantId, endpointId: endpoint.id, tag: 'odd' } })
        return endpoint
      })
      expect(await tx.endpoint.count()).toBe(before + 1)
      expect(await tx.endpoint.findFirst({ where: { id: made.id } })).not.toBeNull()
      throw new Error('rolled back')
    })
    await expect(seen).rejects.toThrow('rolled back')
  })

  test('holds for every table whose rows are about an endpoint, so that a new one cannot be forgotten', async () => {
    const admin = new Client({ connectionString: db.adminUrl })
    await admin.connect()
    const { rows } = await admin.query<{ name: string; narrowed: boolean }>(`
      select c.relname as name, exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive
        and p.polroles = array['sundown_scoped'::regrole::oid]) as narrowed
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'endpointId'
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition`)
    await admin.end()
    expect(rows.length).toBeGreaterThanOrEqual(5)
    expect(rows.filter((row) => !row.narrowed).map((row) => row.name)).toEqual([])
  })

  test('takes a form that it does not know for none', async () => {
    for (const scope of [{}, { include: 'some', exclude: none }, { include: 'all' }, [], 'all'])
      await expect(
        whole(here.tenantId, (tx) => tx.member.updateMany({ data: { scope } })),
        JSON.stringify(scope),
      ).rejects.toThrow(/scope_form/)
  })
})

describe('a group by rule', () => {
  const members = (groupId: string) =>
    whole(here.tenantId, async (tx) =>
      (await tx.endpointGroupMember.findMany({ where: { groupId } })).map((row) => row.endpointId).sort(),
    )
  const group = (rule: object) =>
    whole(here.tenantId, (tx) =>
      tx.endpointGroup.create({ data: { tenantId: here.tenantId, name: newId(), kind: 'RULE', rule } }),
    )
  const where = (...conditions: object[]) => ({ match: 'all', conditions })
  const is = (field: string, ...values: unknown[]) => ({ field, values, not: false })

  test('follows its rule, its endpoints and their tags at once', async () => {
    const { tenantId } = here
    const { id } = await group(where(is('host', 'web-*.example.com', 'EXACT.example.com'), is('verdict', 'READY')))
    expect(await members(id)).toEqual([])
    const one = await whole(tenantId, (tx) =>
      tx.endpoint.create({ data: { tenantId, host: 'web-1.example.com', port: 443, role: 'inbound' } }),
    )
    expect(await members(id)).toEqual([])
    const set = (data: object) => whole(tenantId, (tx) => tx.endpoint.updateMany({ where: { id: one.id }, data }))
    await set({ verdict: 'READY' })
    expect(await members(id)).toEqual([one.id])
    await set({ host: 'exact.example.com' })
    expect(await members(id)).toEqual([one.id])
    await set({ host: 'web_1.example.com' })
    expect(await members(id)).toEqual([])
    await whole(tenantId, (tx) =>
      tx.endpointGroup.updateMany({ where: { id }, data: { rule: where({ ...is('tag', 'odd', 'even'), not: true }) } }),
    )
    expect(await members(id)).toEqual([one.id])
    await whole(tenantId, (tx) => tx.endpointTag.create({ data: { tenantId, endpointId: one.id, tag: 'odd' } }))
    expect(await members(id)).toEqual([])
    await whole(tenantId, (tx) => tx.endpointTag.deleteMany({ where: { endpointId: one.id } }))
    expect(await members(id)).toEqual([one.id])
    await whole(tenantId, (tx) => tx.endpoint.deleteMany({ where: { id: one.id } }))
    expect(await members(id)).toEqual([])
  })

  test('holds what a plain reading of its rule says, whatever the rule', async () => {
    const { tenant } = await createTenant(db.database)
    const tenantId = tenant.id
    const hosts = ['mail.example.com', 'web-1.example.com', 'web_1.example.org', 'a.b.c', '2001:db8::1', '100%.test']
    const things = Array.from({ length: 24 }, (_, i) => ({
      tenantId,
      id: newId(),
      host: hosts[i % hosts.length] ?? '',
      port: 440 + i,
      starttls: [null, 'smtp', 'imap'][i % 3] ?? null,
      role: (['inbound', 'internal', 'client'] as const)[i % 3] ?? 'inbound',
      verdict: ([null, 'READY', 'UNKNOWN', 'AT_RISK'] as const)[i % 4] ?? null,
      stack: [null, 'nginx', 'iis'][i % 3] ?? null,
    }))
    const tagsOf = (i: number) => ['dmz', 'mail', 'old'].filter((_, t) => (i >> t) % 2 === 1)
    await whole(tenantId, async (tx) => {
      await tx.endpoint.createMany({ data: things })
      await tx.endpointTag.createMany({
        data: things.flatMap(({ id }, i) => tagsOf(i).map((tag) => ({ tenantId, endpointId: id, tag }))),
      })
    })
    const like = (pattern: string) =>
      new RegExp(`^${pattern.replaceAll(/[.%+^$()|[\]{}?\\]/g, '\\$&').replaceAll('*', '.*')}$`)
    const reads: Record<string, (i: number, values: unknown[]) => boolean> = {
      host: (i, values) => values.some((value) => like(String(value)).test(things[i]?.host ?? '')),
      tag: (i, values) => tagsOf(i).some((tag) => values.includes(tag)),
    }
    const values: Record<string, unknown[]> = {
      host: ['*', '*.example.com', 'web?1*', 'web_1*', '*%*', '2001:*', 'a.b.c', 'a*c', '*.test'],
      tag: ['dmz', 'mail', 'old', 'none'],
      port: [441, 443, 450, 463],
      starttls: ['smtp', 'imap', 'none'],
      role: ['inbound', 'client'],
      verdict: ['READY', 'AT_RISK', 'NONE'],
      stack: ['nginx', 'none'],
    }
    const fallback: Record<string, string> = { starttls: 'none', verdict: 'NONE', stack: 'none' }
    const condition = fc.constantFrom(...Object.keys(values)).chain((field) =>
      fc.record({
        field: fc.constant(field),
        values: fc.subarray(values[field] ?? [], { minLength: 1 }),
        not: fc.boolean(),
      }),
    )
    const rules = fc.record({
      match: fc.constantFrom('all', 'any'),
      conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
    })
    const { id: groupId } = await whole(tenantId, (tx) =>
      tx.endpointGroup.create({ data: { tenantId, name: 'G', kind: 'RULE', rule: where(is('port', 1)) } }),
    )
    await fc.assert(
      fc.asyncProperty(rules, async (rule) => {
        const holds = (i: number) => {
          const each = rule.conditions.map(({ field, values: asked, not }) => {
            const value = (things[i] as Record<string, unknown>)[field] ?? fallback[field]
            return (reads[field]?.(i, asked) ?? asked.includes(value)) !== not
          })
          return rule.match === 'all' ? each.every(Boolean) : each.some(Boolean)
        }
        const held = await whole(tenantId, async (tx) => {
          await tx.endpointGroup.updateMany({ where: { id: groupId }, data: { rule } as never })
          return (await tx.endpointGroupMember.findMany({ where: { groupId } })).map((row) => row.endpointId).sort()
        })
        expect(held).toEqual(things.flatMap(({ id }, i) => (holds(i) ? [id] : [])).sort())
      }),
      { numRuns: 100 },
    )
  })

  test('misses nothing of endpoints and rules that are written at the same time', async () => {
    const { tenantId } = here
    const rounds = Array.from({ length: 8 }, async (_, i) => {
      const host = `race-${i}.example.com`
      const [made, { id }] = await Promise.all([
        whole(tenantId, (tx) => tx.endpoint.create({ data: { tenantId, host, port: 443, role: 'inbound' } })),
        group(where(is('host', host))),
      ])
      expect(await members(id)).toEqual([made.id])
    })
    await Promise.all(rounds)
  })

  test('of nothing known holds nothing', async () => {
    for (const rule of [where(), where(is('colour', 'red')), { match: 'most', conditions: [is('port', 440)] }])
      expect(await members((await group(rule)).id)).toEqual([])
  })
})

const none = { groups: [], endpoints: [] }
