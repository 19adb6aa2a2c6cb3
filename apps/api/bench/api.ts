/**
 * What the API answers per second and what a request costs, in one run side by side: with row-level security, without, and
 * plain SQL by `pg` for the same rows. The API runs in a process of its own with its log on, PostgreSQL beside it, and the
 * client that asks shares the machine. The ways take turns, so that the machine's mood hits all alike. Writes its part of
 * `docs/benchmarks.md`.
 *
 *   pnpm bench:api [requests a turn]
 */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { load } from './load.ts'
import { postgresCpu } from './postgres-cpu.ts'
import { type Mark, page, type Served } from './serve.ts'

const requests = Number(process.argv[2] ?? 1_000)
const inFlight = 16
const turns = 5

const list = `query ($slug: String!) { tenant(slug: $slug) { endpoints(first: 20) {
  pageInfo { hasNextPage endCursor } edges { node { id host port role verdict score createdAt } } } } }`
const nested = `{ viewer { tenants(first: 10) { edges { node { id name endpoints(first: 10) {
  totalCount edges { node { id host verdict } } } } } } } }`

interface Way {
  readonly what: string
  readonly run: (count: number) => Promise<number[]>
  readonly server: Server
  /** Least requests per second on two cores. */
  readonly goal?: number
}

interface Turn {
  readonly perSecond: number
  readonly p50: number
  readonly p95: number
  /** Milliseconds of CPU a request. */
  readonly api: number
  readonly database: number
  readonly client: number
  readonly statements: Mark['statements']
}

interface Server extends Served {
  readonly mark: () => Promise<Mark>
  readonly stop: () => Promise<void>
}

const [guarded, open] = await Promise.all([start('guarded'), start('bypass')])
const pool = new pg.Pool({ connectionString: guarded.adminUrl, max: inFlight })
const ways: Way[] = [
  { what: 'plain SQL by `pg`, 20 rows', server: guarded, run: plain },
  { what: 'the same behind `node:http`', server: guarded, run: (count) => get(guarded.bareUrl, count) },
  {
    what: '`{ setup { completed } }`, signed out',
    server: guarded,
    run: ask(guarded, '{ setup { completed } }', {}, false),
  },
  { what: '`{ viewer { id } }`', server: guarded, run: ask(guarded, '{ viewer { id } }') },
  { what: '20-row list', server: guarded, run: ask(guarded, list, { slug: guarded.slug }), goal: 700 },
  { what: '20-row list, no row-level security', server: open, run: ask(open, list, { slug: open.slug }) },
  { what: '10 tenants × 10 endpoints with counts', server: guarded, run: ask(guarded, nested), goal: 250 },
  { what: 'the same, no row-level security', server: open, run: ask(open, nested) },
]

try {
  for (const way of ways) await way.run(Math.min(400, requests))
  const measured = ways.map((): Turn[] => [])
  for (let turn = 0; turn < turns; turn++) for (const [i, way] of ways.entries()) measured[i]?.push(await measure(way))
  const lines = ways.map((way, i) => line(way, measured[i] ?? []))
  const cost = (i: number) => ratio(measured[i] ?? [], measured[i + 1] ?? [])
  const [cpu] = cpus()
  const text = [
    `${cpus().length} cores of ${cpu?.model ?? 'an unknown model'}, Node ${process.version}. One API process with its log on, a PostgreSQL server of its own, and the`,
    `client on the same cores; 50 tenants with 1,000 endpoints each, the person who asks belongs to all of them. ${inFlight} requests in flight, ${turns} turns`,
    `of ${requests} requests each in which the ways follow each other; the median turn. CPU is milliseconds a request.`,
    'Statements are those for "who asks", those that read, and those that open and end the transaction.',
    '',
    '| what | requests/s | goal | p50 ms | p95 ms | CPU API | CPU PostgreSQL | CPU client | statements |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- |',
    ...lines,
    '',
    `Row-level security costs the list ${cost(4)} and the nested page ${cost(6)} (goal: at most 20 % of requests/s).`,
  ]
  console.log(text.join('\n'))
  await publish(text)
} finally {
  await pool.end()
  await Promise.all([guarded.stop(), open.stop()])
}

async function start(mode: 'guarded' | 'bypass'): Promise<Server> {
  const execArgv = process.env.BENCH_PROFILE
    ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_PROFILE}/${mode}`]
    : []
  const child: ChildProcess = fork(join(import.meta.dirname, 'serve.ts'), [mode], {
    execArgv,
    env: { ...process.env, NODE_ENV: 'production', TEST_LOG_LEVEL: 'info' },
    // The log is written, to nowhere.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [served] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => Promise.reject(new Error('the API did not start'))),
  ])) as [Served]
  return {
    ...served,
    mark: async () => {
      child.send('mark')
      return (await once(child, 'message'))[0] as Mark
    },
    stop: async () => {
      const exited = once(child, 'exit')
      child.send('stop')
      await exited
    },
  }
}

async function measure({ run, server }: Way): Promise<Turn> {
  const usage = async () => ({
    mark: await server.mark(),
    database: await postgresCpu(server.serverPid),
    client: process.cpuUsage(),
  })
  const before = await usage()
  const from = performance.now()
  const times = await run(requests)
  const seconds = (performance.now() - from) / 1_000
  const after = await usage()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.floor(times.length * share)] ?? Number.NaN
  const each = (now: number, then: number) => (now - then) / 1_000 / requests
  const statements = (kind: keyof Mark['statements']) =>
    (after.mark.statements[kind] - before.mark.statements[kind]) / requests
  return {
    perSecond: requests / seconds,
    p50: at(0.5),
    p95: at(0.95),
    api: each(after.mark.cpu, before.mark.cpu),
    database: each(after.database, before.database),
    client: each(after.client.user + after.client.system, before.client.user + before.client.system),
    statements: { who: statements('who'), read: statements('read'), frame: statements('frame') },
  }
}

async function plain(count: number): Promise<number[]> {
  const times: number[] = []
  let left = count
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) {
        const start = performance.now()
        await pool.query({ ...page, values: [guarded.tenantId] })
        times.push(performance.now() - start)
      }
    }),
  )
  return times
}

function get(url: string, count: number): Promise<number[]> {
  const { hostname, port } = new URL(url)
  const request = `GET / HTTP/1.1\r\nhost: ${hostname}\r\n\r\n`
  return load({ request, host: hostname, port: Number(port), requests: count, inFlight })
}

function ask(server: Served, query: string, variables: object = {}, signedIn = true): Way['run'] {
  const { hostname, port, pathname } = new URL(server.url)
  const body = JSON.stringify({ query, variables })
  const request = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${hostname}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...(signedIn ? [`cookie: ${server.cookie}`] : []),
    '',
    body,
  ].join('\r\n')
  return (count) => load({ request, host: hostname, port: Number(port), requests: count, inFlight })
}

function line({ what, goal }: Way, taken: readonly Turn[]): string {
  const of = (pick: (turn: Turn) => number) => median(taken.map(pick))
  const ms = (pick: (turn: Turn) => number) => of(pick).toFixed(2)
  const counts = (['who', 'read', 'frame'] as const).map((kind) => Math.round(of((turn) => turn.statements[kind])))
  const statements = what.startsWith('plain') ? '1' : counts.join(' + ')
  const cells = [
    what,
    Math.round(of((turn) => turn.perSecond)),
    goal ?? '',
    of((turn) => turn.p50).toFixed(1),
    of((turn) => turn.p95).toFixed(1),
    what.startsWith('plain') ? '' : ms((turn) => turn.api),
    ms((turn) => turn.database),
    ms((turn) => turn.client),
    statements,
  ]
  return `| ${cells.join(' | ')} |`
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** What is lost between two ways in one turn, the median turn: of requests per second, and of CPU. */
function ratio(having: readonly Turn[], without: readonly Turn[]): string {
  const lost = median(having.map((turn, i) => 1 - turn.perSecond / (without[i]?.perSecond ?? Number.NaN)))
  const cpu = (turn: Turn | undefined) => (turn ? turn.api + turn.database : Number.NaN)
  const more = median(having.map((turn, i) => cpu(turn) / cpu(without[i]) - 1))
  return `${Math.round(lost * 100)} % of its requests/s (${Math.round(more * 100)} % more CPU)`
}

async function publish(text: readonly string[]): Promise<void> {
  const file = join(import.meta.dirname, '../../../docs/benchmarks.md')
  const [begin, end] = ['<!-- api: written by pnpm bench:api -->', '<!-- /api -->']
  const part = [begin, '## Requests to the API', '', ...text, end].join('\n')
  const old = await readFile(file, 'utf8').catch(() => '# Benchmarks\n')
  const [from, to] = [old.indexOf(begin), old.indexOf(end)]
  const whole =
    from >= 0 && to >= 0 ? old.slice(0, from) + part + old.slice(to + end.length) : `${old.trimEnd()}\n\n${part}\n`
  await writeFile(file, whole)
}
