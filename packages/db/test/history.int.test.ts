import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, factsHash, newId, storeFacts, type Tx, tendHistory } from '../src/index.ts'
import {
  createEndpoint,
  createFactSet,
  createFinding,
  createScan,
  createScanResult,
  createTenant,
  type TestDatabase,
  testDatabase,
} from '../src/testing/index.ts'

let db: TestDatabase
let tenantId: string

beforeAll(async () => {
  db = await testDatabase()
  tenantId = (await createTenant(db.database)).tenant.id
})

afterAll(async () => {
  await db?.close()
})

describe('facts', () => {
  test('are stored once by content, whatever the order of their members', async () => {
    const hashes = await store([
      { status: 'OBSERVED', alpn: ['h2'] },
      { alpn: ['h2'], status: 'OBSERVED' },
      { alpn: [] },
    ])
    expect(hashes[0]).toBe(hashes[1])
    expect(new Set(hashes).size).toBe(2)
    expect(await rows(hashes)).toHaveLength(2)
    expect(hashes[2]).toBe(factsHash({ alpn: [] }))
  })

  test('come back as they went in', async () => {
    const facts = { schema: 'sundown.facts/1', protocols: [{ offered: null, ids: [1, 2] }], name: 'æøå €' }
    const [hash] = await store([facts])
    expect((await rows([hash ?? '']))[0]?.facts).toEqual(facts)
  })

  test('keep when they were first seen, and are marked as seen again at most once an hour', async () => {
    const facts = { word: 'again' }
    const at = (time: string) => new Date(`2026-11-01T${time}Z`)
    const [hash = ''] = await store([facts], at('10:00:00'))
    await store([facts], at('10:30:00'))
    expect(await rows([hash])).toMatchObject([{ firstSeenAt: at('10:00:00'), lastSeenAt: at('10:00:00') }])
    await store([facts], at('11:30:00'))
    expect(await rows([hash])).toMatchObject([{ firstSeenAt: at('10:00:00'), lastSeenAt: at('11:30:00') }])
    await store([facts], at('09:00:00'))
    expect(await rows([hash])).toMatchObject([{ lastSeenAt: at('11:30:00') }])
  })

  test('of a hostile peer are stored although the database has no place for NUL and half a surrogate pair', async () => {
    const [hash = ''] = await store([{ banner: 'a\0b\uD800c', 'k\0': '\uDC00' }])
    expect((await rows([hash]))[0]?.facts).toEqual({ banner: 'a\uFFFDb\uFFFDc', 'k\uFFFD': '\uFFFD' })
  })

  test('that many workers store at once end as one row each', async () => {
    const batch = Array.from({ length: 20 }, (_, index) => ({ index, shared: true }))
    const results = await Promise.all([
      store(batch),
      store(batch.toReversed()),
      store(batch),
      store(batch.toReversed()),
    ])
    expect(new Set(results.flat()).size).toBe(20)
    expect(await rows(results.flat())).toHaveLength(20)
  })

  test('are a row of their own for each tenant', async () => {
    const other = (await createTenant(db.database)).tenant.id
    const [mine = ''] = await store([{ word: 'shared' }])
    const [theirs] = await db.database.asTenants({ tenants: [other], user: null }, (tx) =>
      storeFacts(tx, other, [{ word: 'shared' }]),
    )
    expect(theirs).toBe(mine)
    expect(await rows([mine])).toHaveLength(1)
  })

  test('may be none', async () => {
    expect(await store([])).toEqual([])
  })
})

describe('retention', () => {
  test('drops the months before, with the facts and findings that only they pointed at, and keeps the rest', async () => {
    const own = await testDatabase()
    try {
      const { database } = own
      const { tenant } = await createTenant(database)
      const at = { tenantId: tenant.id }
      const endpoint = await createEndpoint(database, { ...at, verdict: 'READY' })
      const visit = async (month: string, next = month) => {
        const factSet = await createFactSet(database, { ...at, lastSeenAt: new Date(month) })
        const scan = await createScan(database, { ...at, endpointId: endpoint.id, id: newId(Date.parse(month)) })
        const result = await createScanResult(database, {
          ...at,
          ...{ id: newId(Date.parse(next)), scanId: scan.id, endpointId: endpoint.id, factsHash: factSet.hash },
        })
        const finding = await createFinding(database, { ...at, endpointId: endpoint.id, scanResultId: result.id })
        return { factSet: factSet.hash, scan: scan.id, result: result.id, finding: finding.id }
      }
      const now = new Date()
      const month = (offset: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1))
      const justBefore = (date: Date) => new Date(date.getTime() - 1).toISOString()
      await visit('2020-05-17T00:00:00Z')
      await visit(justBefore(month(0)))
      await visit(justBefore(month(0)), month(0).toISOString())
      const kept = await visit(month(0).toISOString())
      await within(tenant.id, database, (tx) => tx.endpoint.updateMany({ data: { lastScanId: kept.scan } }))

      expect((await tendHistory(own.url, { keepFrom: now })).dropped).toEqual(
        ['ScanResult', 'Scan'].map((parent) => `${parent}_${month(-1).toISOString().slice(0, 7).replace('-', '_')}`),
      )
      const left = await within(tenant.id, database, async (tx) => ({
        factSets: (await tx.factSet.findMany()).map((row) => row.hash),
        scans: (await tx.scan.findMany()).map((row) => row.id),
        results: (await tx.scanResult.findMany()).map((row) => row.id),
        findings: (await tx.finding.findMany()).map((row) => row.id),
        endpoint: await tx.endpoint.findFirst(),
      }))
      expect(left).toMatchObject({
        factSets: [kept.factSet],
        scans: [kept.scan],
        results: [kept.result],
        findings: [kept.finding],
        endpoint: { lastScanId: kept.scan, verdict: 'READY' },
      })

      await tendHistory(own.url, { keepFrom: month(1) })
      expect(await within(tenant.id, database, (tx) => tx.endpoint.findFirst())).toMatchObject({
        lastScanId: null,
        verdict: 'READY',
      })
      expect(await within(tenant.id, database, (tx) => tx.scan.count())).toBe(0)
      await createScan(database, { ...at, endpointId: endpoint.id })
    } finally {
      await own.close()
    }
  })

  test('drops nothing unless told from when to keep', async () => {
    expect(await tendHistory(db.url)).toEqual({ made: 0, dropped: [] })
  })
})

function within<T>(id: string, database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.asTenants({ tenants: [id], user: null }, work)
}

function store(facts: readonly unknown[], seenAt?: Date): Promise<string[]> {
  return db.database.asTenants({ tenants: [tenantId], user: null }, (tx) => storeFacts(tx, tenantId, facts, seenAt))
}

function rows(hashes: readonly string[]) {
  return db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
    tx.factSet.findMany({ where: { tenantId, hash: { in: [...hashes] } } }),
  )
}
