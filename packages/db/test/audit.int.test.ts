import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findAuditBreaks, findOperatorBreaks, type Tx, verifyAudit } from '../src/index.ts'
import { createAuditEntry, createTenant, createUser, type TestDatabase, testDatabase } from '../src/testing/index.ts'

let db: TestDatabase
let admin: Client
let tenantId: string

beforeAll(async () => {
  db = await testDatabase()
  admin = new Client({ connectionString: db.adminUrl })
  await admin.connect()
})

afterAll(async () => {
  await admin?.end()
  await db?.close()
})

beforeEach(async () => {
  tenantId = (await createTenant(db.database)).tenant.id
})

describe('the audit log', () => {
  test('numbers entries without a gap and chains them', async () => {
    const before = Date.now()
    const first = await createAuditEntry(db.database, { tenantId, action: 'endpointCreate', after: { host: 'a' } })
    const second = await createAuditEntry(db.database, { tenantId, action: 'endpointDelete' })
    expect(first).toMatchObject({
      number: 1,
      previousHash: '0'.repeat(64),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(second).toMatchObject({ number: 2, previousHash: first.hash })
    expect(first.at.getTime()).toBeGreaterThanOrEqual(before - 1)
    expect(await verify()).toEqual({ entries: 2, lastHash: second.hash, brokenAt: null })
  })

  test('takes several entries in one statement, and from many writers at once', async () => {
    const one = { tenantId, actorKind: 'SYSTEM' as const, action: 'scanComplete' }
    await db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.auditEntry.createMany({ data: [one, one, one] }),
    )
    await Promise.all(Array.from({ length: 10 }, () => createAuditEntry(db.database, { tenantId })))
    expect(await verify()).toMatchObject({ entries: 13, brokenAt: null })
  })

  test('keeps a chain for each tenant', async () => {
    const other = (await createTenant(db.database)).tenant.id
    await createAuditEntry(db.database, { tenantId: other })
    expect(await createAuditEntry(db.database, { tenantId })).toMatchObject({ number: 1 })
  })

  test('leaves no number behind for what was rolled back', async () => {
    const broken = db.database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
      await tx.auditEntry.create({ data: { tenantId, actorKind: 'SYSTEM', action: 'x' } })
      throw new Error('rolled back')
    })
    await expect(broken).rejects.toThrow('rolled back')
    expect(await createAuditEntry(db.database, { tenantId })).toMatchObject({ number: 1 })
  })

  test('cannot be changed, deleted, emptied or given a number, time or hash by any role of the product', async () => {
    await createAuditEntry(db.database, { tenantId })
    for (const role of ['sundown_app', 'sundown_auth', 'sundown_keeper', 'sundown_scoped', 'sundown_door']) {
      for (const sql of [
        `update "AuditEntry" set action = 'other'`,
        'delete from "AuditEntry"',
        'truncate "AuditEntry"',
        `insert into "AuditEntry" ("tenantId", "actorKind", action, number) values ('${tenantId}', 'SYSTEM', 'x', 7)`,
        `insert into "AuditEntry" ("tenantId", "actorKind", action, at) values ('${tenantId}', 'SYSTEM', 'x', now())`,
        `insert into "AuditEntry" ("tenantId", "actorKind", action, hash) values ('${tenantId}', 'SYSTEM', 'x', '')`,
        'alter table "AuditEntry" disable trigger all',
      ]) {
        await expect(as(role, sql), `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' })
      }
    }
  })

  test('does not hide a change, a removal or an insertion that somebody with the server’s keys makes', async () => {
    for (let turn = 0; turn < 5; turn += 1) await createAuditEntry(db.database, { tenantId, action: `step${turn}` })
    const { lastHash } = await verify()
    const tampered = async (sql: string) => {
      await admin.query('begin')
      await admin.query('alter table "AuditEntry" disable trigger all')
      await admin.query(sql)
      await admin.query(`select set_config('app.tenants', $1, true)`, [tenantId])
      const { rows } = await admin.query('select * from audit_verify($1)', [tenantId])
      await admin.query('rollback')
      return rows[0]
    }
    const mine = `where "tenantId" = '${tenantId}'`
    expect(await tampered(`update "AuditEntry" set action = 'other' ${mine} and number = 3`)).toMatchObject({
      brokenAt: 3,
    })
    expect(await tampered(`update "AuditEntry" set at = at - interval '1 hour' ${mine} and number = 2`)).toMatchObject({
      brokenAt: 2,
    })
    expect(await tampered(`delete from "AuditEntry" ${mine} and number = 4`)).toMatchObject({ brokenAt: 4 })
    expect(
      await tampered(`update "AuditEntry" set action = 'other', hash = 'forged' ${mine} and number = 1`),
    ).toMatchObject({ brokenAt: 1 })
    const cut = await tampered(`delete from "AuditEntry" ${mine} and number = 5`)
    expect(cut).toMatchObject({ brokenAt: null, entries: 4 })
    expect(cut.lastHash).not.toBe(lastHash)
    expect(await verify()).toEqual({ entries: 5, lastHash, brokenAt: null })
  })

  test('names each entry of which any field was changed, and each that is gone or another', async () => {
    for (let turn = 0; turn < 5; turn += 1) await createAuditEntry(db.database, { tenantId, action: `step${turn}` })
    const breaksAfter = async (sql: string) => {
      await admin.query('begin')
      await admin.query('alter table "AuditEntry" disable trigger all')
      await admin.query(sql)
      await admin.query('savepoint s')
      const found = await findAuditBreaks(rawOf(admin), tenantId)
      await admin.query('rollback')
      return found.map(({ number, fault, until }) => [number, fault, until])
    }
    const { rows: columns } = await admin.query<{ name: string; type: string }>(`
      select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = '"AuditEntry"'::regclass and attnum > 0 and attname not in ('tenantId', 'number')`)
    for (const { name, type } of columns)
      for (let number = 1; number <= 5; number += 1) {
        const other = { text: `'forged'`, jsonb: `'{"forged": true}'`, uuid: 'gen_random_uuid()' }[type]
        const value = other ?? (name === 'at' ? `at - interval '1 second'` : `'USER'`)
        const where = `where "tenantId" = '${tenantId}' and number = ${number}`
        const found = await breaksAfter(`update "AuditEntry" set "${name}" = ${value} ${where}`)
        expect(found, `${name} of entry ${number}`).toContainEqual([number, 'changed', null])
      }
    const mine = `where "tenantId" = '${tenantId}'`
    expect(await breaksAfter(`delete from "AuditEntry" ${mine} and number in (2, 3)`)).toEqual([[2, 'missing', 3]])
    expect(await breaksAfter(`delete from "AuditEntry" ${mine} and number = 1`)).toEqual([[1, 'missing', 1]])
    const rewritten = `update "AuditEntry" e set action = 'other' ${mine} and number = 2;
      update "AuditEntry" e set hash = audit_hash(e) ${mine} and number = 2`
    expect(await breaksAfter(rewritten)).toEqual([[2, 'replaced', null]])
    expect(await breaksAfter('select 1')).toEqual([])
  })

  test('of a tenant without entries holds', async () => {
    expect(await verify()).toEqual({ entries: 0, lastHash: '0'.repeat(64), brokenAt: null })
  })

  test('goes with its tenant', async () => {
    await createAuditEntry(db.database, { tenantId })
    await db.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.tenant.delete({ where: { id: tenantId } }),
    )
    expect((await admin.query('select from "AuditEntry" where "tenantId" = $1', [tenantId])).rowCount).toBe(0)
  })
})

function verify() {
  return db.database.asTenants({ tenants: [tenantId], user: null }, (tx) => verifyAudit(tx, tenantId))
}

async function as(role: string, sql: string): Promise<void> {
  await admin.query('begin')
  try {
    await admin.query(`set local role ${role}`)
    await admin.query(`select set_config('app.tenants', $1, true)`, [tenantId])
    await admin.query(sql)
  } finally {
    await admin.query('rollback')
  }
}

describe('the log of operators', () => {
  const add = (user: string | null, actorId = user ?? 'x') =>
    db.database.asTenants({ tenants: [], user }, (tx) =>
      tx.operatorEntry.createMany({
        data: { actorId, actorName: 'O', action: 'deadlineMove', subjectKind: 'Deadline', subjectId: 'd' },
      }),
    )

  test('is written by operators in their own name, read by them, and chained', async () => {
    const operator = await createUser(db.database, { operator: true })
    const person = await createUser(db.database)
    await expect(add(person.id)).rejects.toThrow(/row-level security/)
    await expect(add(null)).rejects.toThrow(/row-level security/)
    await expect(add(operator.id, person.id)).rejects.toThrow(/row-level security/)
    const deletion = (user: string, actorId: string) =>
      db.database.asTenants({ tenants: [], user }, (tx) =>
        tx.operatorEntry.createMany({
          data: { actorId, actorName: 'P', action: 'tenantDelete', subjectKind: 'Tenant', subjectId: 't' },
        }),
      )
    await expect(deletion(person.id, operator.id)).rejects.toThrow(/row-level security/)
    await deletion(person.id, person.id)
    await deletion(person.id, person.id)
    await add(operator.id)
    await add(operator.id)
    const read = (user: string) =>
      db.database.asTenants({ tenants: [], user }, (tx) => tx.operatorEntry.findMany({ orderBy: { number: 'asc' } }))
    expect(await read(person.id)).toEqual([])
    const [first, second, third] = await read(operator.id)
    expect(first).toMatchObject({ number: 1, previousHash: '0'.repeat(64), action: 'tenantDelete' })
    expect(second).toMatchObject({ number: 2, previousHash: first?.hash })
    expect(third).toMatchObject({ number: 3, previousHash: second?.hash, action: 'deadlineMove' })
    await admin.query('alter table "OperatorEntry" disable trigger all')
    await admin.query(`update "OperatorEntry" set action = 'other' where number = 2`)
    await admin.query('alter table "OperatorEntry" enable trigger all')
    const breaks = await db.database.asKeeper((tx) => findOperatorBreaks(tx))
    expect(breaks).toEqual([{ number: 2, fault: 'changed', until: null }])
  })

  test('cannot be changed, deleted or forged by any role of the product', async () => {
    for (const role of ['sundown_app', 'sundown_auth', 'sundown_keeper', 'sundown_scoped', 'sundown_door'])
      for (const sql of [
        `update "OperatorEntry" set action = 'other'`,
        'delete from "OperatorEntry"',
        'truncate "OperatorEntry"',
        'alter table "OperatorEntry" disable trigger all',
      ])
        await expect(as(role, sql), `${role}: ${sql}`).rejects.toMatchObject({ code: '42501' })
  })
})

/** What runs a template of SQL on this connection, as a transaction would. */
const rawOf = (client: Client) =>
  ({
    $queryRaw: async (parts: TemplateStringsArray, ...values: unknown[]) => {
      const text = parts.reduce((sql, part, at) => `${sql}$${at}${part}`)
      return (await client.query(text, values)).rows
    },
  }) as unknown as Tx
