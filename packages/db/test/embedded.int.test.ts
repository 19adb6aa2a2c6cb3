import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { chmod, cp, lstat, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type EmbeddedOptions, type EmbeddedServer, startEmbedded } from '../src/embedded/index.ts'
import { copyPrograms, findPrograms } from '../src/embedded/programs.ts'
import { canRun } from '../src/embedded/server-user.ts'

const isRoot = process.getuid?.() === 0
let folder: string
let running: EmbeddedServer[]
let children: ChildProcess[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sundown-embedded-'))
  await chmod(folder, 0o755)
  running = []
  children = []
})

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL')
  for (const server of running) await server.stop()
  const pid = await serverPid()
  if (pid !== null) process.kill(pid, 'SIGKILL')
  await rm(folder, { recursive: true, force: true })
})

test('starts on an empty folder, stops, and finds the data and the port again', async () => {
  const first = await start()
  await query(first.url, 'create table note (word text); insert into note values ($$kept$$)')
  await first.stop()
  expect(await serverPid()).toBe(null)
  const second = await start()
  expect((await query(second.url, 'select word from note')).rows).toEqual([{ word: 'kept' }])
  expect(second.url).toBe(first.url)
})

test('runs PostgreSQL 18 as a login that is no superuser, in UTF-8', async () => {
  const { url } = await start()
  const { rows } = await query(
    url,
    `select current_setting('server_version_num')::int / 10000 as version, current_setting('is_superuser') as super,
            current_setting('server_encoding') as encoding, lower('ÆØÅ') as lower`,
  )
  expect(rows).toEqual([{ version: 18, super: 'off', encoding: 'UTF8', lower: 'æøå' }])
})

test('listens on 127.0.0.1 alone and asks for its random password, which nobody else can read', async () => {
  const { url, port } = await start()
  await expect(query(url.replace('127.0.0.1', '127.0.0.2'), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  const guess = new URL(url)
  guess.password = 'sundown'
  await expect(query(guess.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  expect((await stat(join(folder, 'db/passwords.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'db/cluster'))).mode & 0o777).toBe(0o700)
  expect(new URL(url).port).toBe(String(port))
})

test('recovers what was committed when the server was killed', async () => {
  const first = await start({ volatile: false })
  await query(first.url, 'create table note (word text); insert into note values ($$kept$$)')
  process.kill((await serverPid()) ?? -1, 'SIGKILL')
  await first.ended
  await first.stop()
  const second = await start()
  expect((await query(second.url, 'select word from note')).rows).toEqual([{ word: 'kept' }])
})

test('ends the server when the process that started it is killed', async () => {
  const { child } = await startInChild()
  const left = [(await serverPid()) ?? -1, ...(await childrenOf(child.pid ?? -1))]
  child.kill('SIGKILL')
  await expect.poll(() => left.filter(isRunning), { timeout: 15_000 }).toEqual([])
  const again = await start()
  expect((await query(again.url, 'select word from note')).rows).toEqual([{ word: 'kept' }])
})

test.skipIf(process.platform !== 'linux')(
  'stops an orphan whose guard was killed too, and takes its data over',
  async () => {
    const { child } = await startInChild()
    const orphan = (await serverPid()) ?? -1
    const guards = await childrenOf(child.pid ?? -1)
    for (const pid of guards.filter((pid) => pid !== orphan)) process.kill(pid, 'SIGKILL')
    child.kill('SIGKILL')
    await expect.poll(() => isRunning(child.pid ?? -1)).toBe(false)
    expect(isRunning(orphan)).toBe(true)
    const again = await start()
    expect(isRunning(orphan)).toBe(false)
    expect((await query(again.url, 'select word from note')).rows).toEqual([{ word: 'kept' }])
  },
)

test.skipIf(process.platform !== 'linux')(
  'starts although its lock file names the process of some other program',
  async () => {
    await (await start()).stop()
    await writeFile(join(folder, 'db/cluster/postmaster.pid'), `${process.pid}\n${join(folder, 'db/cluster')}\n`)
    await query((await start()).url, 'select 1')
  },
)

test('refuses a folder that a live process uses', async () => {
  await start()
  await expect(start()).rejects.toMatchObject({
    code: 'data-dir-in-use',
    message: expect.stringContaining(`${process.pid}`),
  })
})

test('lets one of two that start at the same moment have the folder', async () => {
  const results = await Promise.allSettled([start(), start()])
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'data-dir-in-use' })
})

test('refuses a demanded port that is taken, and leaves the folder free', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as { port: number }
  await expect(start({ port })).rejects.toMatchObject({ code: 'port-taken' })
  await new Promise((resolve) => other.close(resolve))
  expect((await start({ port })).port).toBe(port)
})

test('takes another port when the last one is taken meanwhile', async () => {
  const { port, stop } = await start()
  await stop()
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve))
  const again = await start()
  expect(again.port).not.toBe(port)
  await query(again.url, 'select 1')
  await new Promise((resolve) => other.close(resolve))
})

test('refuses a folder that cannot be made', async () => {
  await writeFile(join(folder, 'file'), '')
  await expect(start({ dataDir: join(folder, 'file/db') })).rejects.toMatchObject({ code: 'data-dir-unwritable' })
})

test.skipIf(isRoot)('refuses a folder that this user may not write', async () => {
  await mkdir(join(folder, 'closed'), { mode: 0o555 })
  await expect(start({ dataDir: join(folder, 'closed/db') })).rejects.toMatchObject({ code: 'data-dir-unwritable' })
})

test.skipIf(!isRoot)('refuses, as root, a folder that the server’s user cannot reach', async () => {
  await mkdir(join(folder, 'closed'), { mode: 0o700 })
  await expect(start({ dataDir: join(folder, 'closed/db') })).rejects.toMatchObject({ code: 'data-dir-unreachable' })
})

test('refuses a folder of another PostgreSQL version', async () => {
  await (await start()).stop()
  await writeFile(join(folder, 'db/cluster/PG_VERSION'), '15\n')
  await expect(start()).rejects.toMatchObject({
    code: 'data-dir-other-version',
    message: expect.stringContaining('15'),
  })
})

test('begins anew where the first start broke off half-way', async () => {
  await mkdir(join(folder, 'db/cluster.half/base'), { recursive: true })
  await query((await start()).url, 'select 1')
})

test('can run from a copy of programs that were installed without their links', async () => {
  const { postgres } = await findPrograms(folder, {})
  const installed = dirname(dirname(postgres))
  const bare = join(folder, 'bare')
  await cp(installed, bare, { recursive: true, filter: async (path) => !(await lstat(path)).isSymbolicLink() })
  expect(canRun(join(bare, 'bin/postgres'), {})).toBe(false)
  await copyPrograms(bare, join(folder, 'whole'))
  expect(canRun(join(folder, 'whole/bin/postgres'), {})).toBe(true)
  expect(canRun(join(folder, 'whole/bin/initdb'), {})).toBe(true)
})

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedServer> {
  // Quick where no crash is looked at: a volatile server may lose the last commits when it is killed.
  const server = await startEmbedded({ dataDir: join(folder, 'db'), volatile: true, ...options })
  running.push(server)
  return server
}

/** Starts the server in a process that may be killed, and writes a row. */
async function startInChild(): Promise<{ child: ChildProcess }> {
  const script = join(folder, 'child.ts')
  const module = join(import.meta.dirname, '../src/embedded/index.ts')
  await writeFile(
    script,
    `import { startEmbedded } from ${JSON.stringify(module)}
     const { url } = await startEmbedded({ dataDir: ${JSON.stringify(join(folder, 'db'))} })
     console.log(url)
     setInterval(() => {}, 1000)`,
  )
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()))
    child.once('exit', () => reject(new Error('the child ended before its server was up')))
  })
  await query(url, 'create table note (word text); insert into note values ($$kept$$)')
  return { child }
}

async function query(url: string, sql: string) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query(sql)
  } finally {
    await client.end()
  }
}

async function serverPid(): Promise<number | null> {
  const text = await readFile(join(folder, 'db/cluster/postmaster.pid'), 'utf8').catch(() => null)
  const pid = Number.parseInt(text ?? '', 10)
  return Number.isInteger(pid) && pid !== process.pid && isRunning(pid) ? pid : null
}

// A process that has ended but that nobody has waited for still answers to signals.
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  return text.split(' ').filter(Boolean).map(Number)
}
