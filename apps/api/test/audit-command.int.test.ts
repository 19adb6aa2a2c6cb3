import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createAuditEntry, createTenant, type TestDatabase, testDatabase } from '@sundown/db/testing'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

let db: TestDatabase
let admin: pg.Client
let dir: string
let whole: { id: string; slug: string }
let other: { id: string; slug: string }

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'sundown-audit-'))
  db = await testDatabase()
  admin = new pg.Client({ connectionString: db.adminUrl })
  await admin.connect()
  whole = (await createTenant(db.database)).tenant
  other = (await createTenant(db.database)).tenant
  for (const { id } of [whole, other])
    for (let i = 0; i < 4; i += 1) await createAuditEntry(db.database, { tenantId: id, action: `step${i}` })
})

afterAll(async () => {
  await admin?.end()
  await db?.close()
  await rm(dir, { recursive: true, force: true })
})

const command = fileURLToPath(new URL('../../../scripts/sundown.ts', import.meta.url))
const sundown = (...words: string[]) =>
  new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: db.url, SUNDOWN_DATA_DIR: dir }
    execFile(process.execPath, [command, ...words], { env }, (error, stdout, stderr) =>
      resolve({ code: (error?.code as number | undefined) ?? 0, stdout, stderr }),
    )
  })
const tamper = async (sql: string) => {
  await admin.query('alter table "AuditEntry" disable trigger all')
  await admin.query(sql)
  await admin.query('alter table "AuditEntry" enable trigger all')
}

it('says of every tenant that its log is as written', async () => {
  const { code, stdout } = await sundown('audit', 'verify')
  expect(code).toBe(0)
  expect(stdout.trim().split('\n').sort()).toEqual(
    [...[whole, other].map(({ slug }) => `${slug}: 4 entries, as written`), 'operators: 0 entries, as written'].sort(),
  )
})

it('names the tenant and each entry that somebody with the keys of the database touched', async () => {
  const kept = (await sundown('audit', 'verify', '--json')).stdout
  await writeFile(join(dir, 'kept.json'), kept)
  await tamper(`update "AuditEntry" set "actorName" = 'nobody' where "tenantId" = '${other.id}' and number in (2, 4)`)
  const { code, stdout } = await sundown('audit', 'verify')
  expect(code).toBe(1)
  expect(stdout).toContain(`${whole.slug}: 4 entries, as written\n`)
  expect(stdout).toContain(`${other.slug}: 4 entries, entry 2 was changed; entry 4 was changed\n`)
  expect((await sundown('audit', 'verify', '--tenant', whole.slug)).code).toBe(0)
})

it('shows a log whose end was cut off, by what was kept of it before', async () => {
  await tamper(`delete from "AuditEntry" where "tenantId" = '${whole.id}' and number = 4`)
  expect((await sundown('audit', 'verify', '--tenant', whole.slug)).code).toBe(0)
  const against = await sundown('audit', 'verify', '--tenant', whole.slug, '--against', join(dir, 'kept.json'))
  expect(against.code).toBe(1)
  expect(against.stdout).toMatch(/3 entries, entry 4 is not the one of [0-9a-f]{12}… that was there before/)
})

it('tells wrong use from a database that cannot be read', async () => {
  expect((await sundown('audit')).code).toBe(2)
  expect((await sundown('audit', 'verify', '--nonsense')).code).toBe(2)
  expect(await sundown('audit', 'verify', '--tenant', 'no-such')).toMatchObject({
    code: 3,
    stderr: 'There is no tenant no-such.\n',
  })
})

it('leaves every other word to the engine', async () => {
  const { code, stdout } = await sundown('deadlines', '--json')
  expect(code).toBe(0)
  expect(stdout).toMatch(/^\{"id":/)
})
