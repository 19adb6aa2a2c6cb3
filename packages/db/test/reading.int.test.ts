import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase, type Database, Prisma } from '../src/index.ts'
import { createEndpoint, createTenant, type TestDatabase, testDatabase } from '../src/testing/index.ts'

let db: TestDatabase
let mine: string
let theirs: string
/** With one connection, so that a transaction that keeps it stops everything. */
let narrow: Database

beforeAll(async () => {
  db = await testDatabase()
  mine = (await createTenant(db.database)).tenant.id
  theirs = (await createTenant(db.database)).tenant.id
  for (const tenantId of [mine, theirs]) await createEndpoint(db.database, { tenantId })
  narrow = createDatabase({ url: db.url, poolSize: 1 })
})

afterAll(async () => {
  await narrow?.close()
  await db?.close()
})

const owners = Prisma.sql`SELECT "tenantId" FROM "Endpoint"`
const transaction = Prisma.sql`SELECT txid_current()::text AS id, pg_backend_pid() AS pid`
const of = (tenant: string) => narrow.reading({ tenants: [tenant], user: null })

describe('a reading', () => {
  test('reaches its tenant and no other, by SQL and by the query language', async () => {
    for (const tenant of [mine, theirs, mine]) {
      const reading = of(tenant)
      expect(await reading.rows(owners)).toEqual([{ tenantId: tenant }])
      expect((await (await reading.tx()).endpoint.findMany()).map((row) => row.tenantId)).toEqual([tenant])
      expect(await reading.rows(owners)).toEqual([{ tenantId: tenant }])
      await reading.close()
    }
  })

  test.each([
    ['SQL first', false],
    ['the query language first', true],
  ])('is one transaction, %s', async (_, typedFirst) => {
    const reading = of(mine)
    const typed = async () => (await (await reading.tx()).$queryRaw(transaction)) as unknown[]
    const first = typedFirst ? await typed() : await reading.rows(transaction)
    const both = await Promise.all([reading.rows(transaction), typed(), reading.rows(transaction)])
    expect(both).toEqual([first, first, first])
    await reading.close()
  })

  test('leaves no reach behind on its connection', async () => {
    const reading = of(mine)
    await reading.rows(owners)
    await reading.close()
    const tx = of(theirs)
    await (await tx.tx()).endpoint.count()
    await tx.close()
    expect(await narrow.prisma.$queryRaw(owners)).toEqual([])
  })

  test('takes no connection before it is asked, and gives it back when closed, also after an error', async () => {
    const idle = of(mine)
    for (let turn = 0; turn < 5; turn += 1) {
      const broken = of(mine)
      await expect(broken.rows(Prisma.sql`SELECT 1 / 0`)).rejects.toMatchObject({ code: '22012' })
      await expect(broken.rows(owners)).rejects.toMatchObject({ code: '25P02' })
      await broken.close()
    }
    const unused = of(mine)
    await unused.close()
    expect(await idle.rows(owners)).toEqual([{ tenantId: mine }])
    await idle.close()
    await idle.close()
  })

  test('is refused after it was closed, by both ways', async () => {
    const reading = of(mine)
    await reading.rows(owners)
    await reading.close()
    await expect(reading.rows(owners)).rejects.toThrow('closed')
    await expect(reading.tx()).rejects.toThrow('closed')
  })

  test('answers nothing where its reach could not be set', async () => {
    const reading = narrow.reading({ tenants: [mine], user: 'a\0b' })
    await expect(reading.rows(owners)).rejects.toThrow()
    await reading.close()
    const after = of(mine)
    expect(await after.rows(owners)).toEqual([{ tenantId: mine }])
    await after.close()
  })

  test('keeps many at once apart', async () => {
    const seen = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const tenant = index % 2 ? mine : theirs
        const reading = db.database.reading({ tenants: [tenant], user: null })
        const rows = await Promise.all([reading.rows(owners), reading.rows(owners)])
        if (index % 3 === 0) await (await reading.tx()).endpoint.count()
        await reading.close()
        return rows.flat().every((row) => (row as { tenantId: string }).tenantId === tenant)
      }),
    )
    expect(seen).not.toContain(false)
  })
})
