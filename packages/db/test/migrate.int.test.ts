import { randomBytes } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type EmbeddedServer, startEmbedded } from '../src/embedded/index.ts'
import { createDatabase, Prisma } from '../src/index.ts'
import { applyMigrations } from '../src/migrate/index.ts'

const migrations = join(import.meta.dirname, '../prisma/migrations')
let folder: string
let server: EmbeddedServer
let admin: Client
/** An empty database of the login user, new for each test. */
let url: string
let name: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sundown-migrate-'))
  server = await startEmbedded({ dataDir: folder, volatile: true })
  admin = new Client({ connectionString: server.adminUrl })
  await admin.connect()
})

afterAll(async () => {
  await admin?.end()
  await server?.stop()
  await rm(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  name = `m_${randomBytes(4).toString('hex')}`
  await admin.query(`create database ${name} owner sundown`)
  url = at(server.url, name)
})

afterEach(async () => {
  await admin.query(`drop database ${name} with (force)`)
})

describe('a database', () => {
  test('is brought to the schema once, and then left alone', async () => {
    const told: unknown[] = []
    const applied = await applyMigrations(url, { onProgress: (...step) => told.push(step) })
    expect(applied).toEqual(await names())
    expect(told).toEqual(applied.map((migration, index) => [migration, index + 1, applied.length]))
    expect(await applyMigrations(url)).toEqual([])
  })

  test('is migrated by one of several processes that come at once', async () => {
    const results = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(url)))
    expect(results.filter((applied) => applied.length > 0)).toEqual([await names()])
    const { rows } = await query('select count(*)::int as records from _prisma_migrations')
    expect(rows).toEqual([{ records: (await names()).length }])
  })

  test('can then be read through every model', async () => {
    await applyMigrations(url)
    const { prisma, auth, close } = createDatabase({ url, poolSize: 2 })
    const signIn = ['User', 'Session', 'Account', 'Verification', 'RateLimit', 'TwoFactor', 'Passkey']
    for (const model of Object.values(Prisma.ModelName)) {
      const client = signIn.includes(model) ? auth : prisma
      const delegate = client[`${model.charAt(0).toLowerCase()}${model.slice(1)}` as 'tenant']
      expect([model, await delegate.findMany()]).toEqual([model, []])
    }
    await close()
  })

  test('has the records that Prisma’s own tools read', async () => {
    await applyMigrations(url)
    const { rows } = await query(
      'select migration_name, finished_at, rolled_back_at, applied_steps_count from _prisma_migrations',
    )
    expect(rows[0]).toMatchObject({ finished_at: expect.any(Date), rolled_back_at: null, applied_steps_count: 1 })
  })

  test('of a newer version is refused', async () => {
    await applyMigrations(url)
    await query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('x', 'x', '29990101000000_later', now())`,
    )
    await expect(applyMigrations(url)).rejects.toMatchObject({
      code: 'database-newer',
      message: expect.stringContaining('29990101000000_later'),
    })
  })

  test('whose migration was edited afterwards is refused', async () => {
    await applyMigrations(url)
    await query(`update _prisma_migrations set checksum = 'other'`)
    await expect(applyMigrations(url)).rejects.toMatchObject({ code: 'migration-edited' })
  })

  test('that another tool left half migrated is refused', async () => {
    await applyMigrations(url)
    await query('update _prisma_migrations set finished_at = null')
    await expect(applyMigrations(url)).rejects.toMatchObject({ code: 'migration-failed' })
  })

  test('keeps nothing of a migration that breaks off, and takes the corrected one', async () => {
    const own = join(folder, 'broken')
    await cp(migrations, own, { recursive: true })
    const broken = join(own, '29990101000000_broken')
    await mkdir(broken)
    await writeFile(join(broken, 'migration.sql'), 'create table note (word text); select 1 / 0;')
    await expect(applyMigrations(url, { folder: own })).rejects.toMatchObject({ code: 'migration-failed' })
    expect((await query(`select to_regclass('note') as note`)).rows).toEqual([{ note: null }])
    await writeFile(join(broken, 'migration.sql'), 'create table note (word text);')
    expect(await applyMigrations(url, { folder: own })).toEqual(['29990101000000_broken'])
  })

  test('gets the coming months’ partitions at each start, and none twice', async () => {
    const months = async () => (await query(`select count(*)::int as n from pg_inherits`)).rows[0]?.n
    await applyMigrations(url)
    const before = await months()
    const last = await lastPartition('ScanResult')
    await query(`alter table "ScanResult" detach partition "${last}"`)
    await query(`drop table "${last}"`)
    await applyMigrations(url)
    expect([await lastPartition('ScanResult'), await months()]).toEqual([last, before])
    await applyMigrations(url)
    expect(await months()).toBe(before)
  })
})

describe('one clear sentence is given', () => {
  test('for a server that is not there', async () => {
    await expect(applyMigrations('postgresql://sundown:x@127.0.0.1:1/sundown')).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('127.0.0.1:1/sundown'),
    })
  })

  test('for a wrong password, without repeating it', async () => {
    const wrong = new URL(url)
    wrong.password = 'letmein'
    await expect(applyMigrations(wrong.href)).rejects.toMatchObject({
      code: 'wrong-password',
      message: expect.not.stringContaining('letmein'),
    })
  })

  test('for a database that does not exist', async () => {
    await expect(applyMigrations(at(url, 'nowhere'))).rejects.toMatchObject({ code: 'no-such-database' })
  })

  test('for an address that is none', async () => {
    await expect(applyMigrations('not an address')).rejects.toMatchObject({ code: 'unreachable' })
  })

  test('for a user that may not create roles, with the statements that an administrator runs', async () => {
    await admin.query(`create role plain login password 'plain'`)
    await admin.query(`alter database ${name} owner to plain`)
    await applyMigrations(url).catch(() => {}) // the roles are there, but not for this user
    const plain = server.url.replace(/\/\/[^@]*@/, '//plain:plain@')
    const refusal = await applyMigrations(at(plain, name)).catch((error) => error)
    expect(refusal).toMatchObject({ code: 'roles-missing', message: expect.stringContaining('TO plain') })
    const statements = /run: (.*)$/.exec(refusal.message)?.[1] ?? ''
    await admin.query(statements.replaceAll(/CREATE ROLE \w+ NOLOGIN; /g, ''))
    expect(await applyMigrations(at(plain, name))).toEqual(await names())
  })

  test('for a user that may not create tables', async () => {
    await admin.query(`create role guest login password 'guest'`)
    await admin.query('grant sundown_app, sundown_auth, sundown_keeper, sundown_scoped, sundown_door to guest')
    const guest = server.url.replace(/\/\/[^@]*@/, '//guest:guest@')
    await expect(applyMigrations(at(guest, name))).rejects.toMatchObject({ code: 'no-permission' })
  })
})

test('the newest migration ends at the schema that the models describe', async () => {
  const newest = (await names()).at(-1) ?? ''
  const snapshot = await readFile(join(migrations, newest, 'schema.snapshot'), 'utf8')
  const models = await Promise.all(
    (await readdir(join(migrations, '../models')))
      .sort()
      .map((file) => readFile(join(migrations, '../models', file), 'utf8')),
  )
  const meaning = (text: string) =>
    text
      .replaceAll(/\/\/.*$/gm, '')
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
  const described = meaning(models.join('\n'))
  expect(meaning(snapshot).slice(-described.length)).toEqual(described)
})

async function lastPartition(parent: string): Promise<string> {
  const { rows } = await query(
    `select c.relname as name from pg_inherits join pg_class c on c.oid = inhrelid
     where inhparent = '"${parent}"'::regclass and c.relname like '%_20%' order by 1 desc limit 1`,
  )
  return rows[0]?.name
}

async function names(): Promise<string[]> {
  const entries = await readdir(migrations, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function query(sql: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

function at(address: string, database: string): string {
  const changed = new URL(address)
  changed.pathname = `/${database}`
  return changed.href
}
