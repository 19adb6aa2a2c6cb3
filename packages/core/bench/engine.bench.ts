/**
 * What a scan costs, beside other scanners in the same run: connections, and time on loopback and over a path of 50 ms.
 * Then what the prober adds to a bare socket loop, and whether memory grows with the number of targets. Writes its part of
 * `docs/benchmarks.md`. `pnpm bench:engine [targets of the large fleet]`; needs nginx and openssl. Other scanners are taken
 * from the path, or from where `SUNDOWN_BENCH_NMAP`, `_SSLSCAN`, `_TESTSSL`, `_SSLYZE` and `_TLSX` say; what is not there is
 * skipped, and the page says so.
 */
import { type ChildProcess, execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openGuard } from '../src/net/address-guard.ts'
import { type Observation, scanTarget } from '../src/scan.ts'
import { startServers } from './engine/nginx-servers.ts'
import { findScanners, type Scanner, scanners } from './engine/scanners.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, 'engine')
/** Seconds that another scanner may take for one server. */
const patience = 30
const timedOut = 124
const largeFleet = Number(process.argv[2] ?? 100_000)

interface Row {
  readonly what: string
  readonly server: string
  readonly roundTrip: number
  readonly connections: number
  readonly seconds: number
  readonly note: string
}

const { found, missing } = findScanners()
const servers = await startServers(23_170)
const loadBefore = loadavg()[0] ?? 0
try {
  const rows = [...(await compare(0)), ...(await compare(50))]
  const fleet = await measureFleet()
  await publish([...rows.map(line), '', ...fleet])
} finally {
  await servers.stop()
}

async function compare(roundTrip: number): Promise<Row[]> {
  const proxy = fork(join(folder, 'delay-proxy.ts'), [roundTrip, servers.rich, servers.modern].map(String))
  const [[rich, modern]] = (await once(proxy, 'message')) as [[number, number]]
  const rows: Row[] = []
  for (const [server, port] of [
    ['rich', rich],
    ['modern', modern],
  ] as const) {
    const first = await ours(port, 'full')
    const add = (what: string, { seconds, connections, note }: Timed): void => {
      rows.push({ what, server, roundTrip, connections, seconds, note })
      process.stdout.write(`${line(rows.at(-1) as Row)}\n`)
    }
    await count(proxy)
    const timed = async (work: () => Promise<string>): Promise<Timed> => {
      const started = performance.now()
      const note = await work()
      const seconds = (performance.now() - started) / 1_000
      return { seconds, connections: await count(proxy), note }
    }
    const full: Timed[] = []
    for (let round = 0; round < 3; round += 1) full.push(await timed(async () => pairs(await ours(port, 'full'))))
    add('sundown full, median of 3', full.toSorted((one, other) => one.seconds - other.seconds)[1] as Timed)
    add('sundown quick', await timed(async () => (await ours(port, 'quick')).facts.status.toLowerCase()))
    add(
      'sundown rescan',
      await timed(async () => ((await ours(port, 'full', first)).facts.status === 'OBSERVED' ? 'unchanged' : '')),
    )
    add('sundown full, own process', await timed(() => byCommandLine(port)))
    for (const [scanner, program] of found) add(scanner.name, await timed(() => foreign(scanner, program, port)))
  }
  proxy.disconnect()
  return rows
}

type Timed = Pick<Row, 'seconds' | 'connections' | 'note'>

async function ours(port: number, depth: 'full' | 'quick', previous?: Observation): Promise<Observation> {
  const target = { host: '127.0.0.1', port, serverName: 'bench.example', starttls: null }
  const options = { depth, guard: openGuard, ...(previous === undefined ? {} : { previous: previous.facts }) }
  const [observation] = await scanTarget(target, options)
  if (observation?.facts.status !== 'OBSERVED') throw new Error(`not observed: ${observation?.facts.reason}`)
  return observation
}

function pairs({ facts, cost }: Observation): string {
  const offered = facts.protocols.filter((fact) => fact.offered)
  const all = offered.reduce((sum, { cipherSuites }) => sum + cipherSuites.length, 0)
  const { features = 0, sessions = 0 } = cost.questions ?? {}
  const limit = all > 60 ? Math.floor(1.15 * (all + offered.length) + 15) : 40
  const aside = features + sessions
  return `${all} pairs, ${offered.length} versions; enumeration ${cost.connections - aside}, features and sessions ${aside}; limit ${limit}`
}

async function byCommandLine(port: number): Promise<string> {
  const main = join(import.meta.dirname, '../src/cli/main.ts')
  await run(process.execPath, [main, 'probe', `127.0.0.1:${port}`, '--server-name', 'bench.example', '--json']).catch(
    () => {},
  )
  return 'with the start of Node'
}

/** `timeout` ends a scanner with all the processes that it started: leftovers would be counted to the next row. */
async function foreign({ args, pairs: counted }: Scanner, program: string, port: number): Promise<string> {
  const running = run('timeout', ['-k', '2', String(patience), program, ...args(port)], { maxBuffer: 1e8 })
  // Some wait for more targets as long as somebody could give them any.
  running.child.stdin?.end()
  const ended = await running.catch((error: Ended) => error)
  if ('code' in ended && ended.code === timedOut) return `cut off after ${patience} s`
  return counted === null ? '' : `${ended.stdout.match(counted)?.length ?? 0} pairs`
}

type Ended = Error & { readonly stdout: string; readonly code?: number }

async function count(proxy: ChildProcess): Promise<number> {
  proxy.send('count')
  const [connections] = (await once(proxy, 'message')) as [number]
  return connections
}

interface FleetResult {
  readonly cpu: number
  readonly milliseconds: number
  readonly peak: number
  readonly answers: number
}

async function measureFleet(): Promise<string[]> {
  const server = fork(join(folder, 'canned-server.ts'))
  const [port] = (await once(server, 'message')) as [number]
  const fleet = async (mode: 'prober' | 'bare', targets: number): Promise<FleetResult> => {
    const args = ['--expose-gc', join(folder, 'fleet-worker.ts'), mode, String(port), String(targets), '500']
    return JSON.parse((await run(process.execPath, args)).stdout)
  }
  const rounds: (readonly [FleetResult, FleetResult])[] = []
  for (let round = 0; round < 5; round += 1) rounds.push([await fleet('bare', 10_000), await fleet('prober', 10_000)])
  const [small, large] = [await fleet('prober', 1_000), await fleet('prober', largeFleet)]
  server.disconnect()
  const perConnection = (at: 0 | 1): number =>
    rounds.map((pair) => (pair[at] as FleetResult).cpu / 10_000).toSorted((a, b) => a - b)[2] ?? 0
  const [bare, prober] = [perConnection(0), perConnection(1)]
  const megabytes = ({ peak }: FleetResult): string => `${Math.round(peak / 1e6)} MB`
  return [
    `Fleet, 500 connections in flight over 127.0.0.0/8, one hello a target: ${prober.toFixed(0)} µs of CPU a connection, a bare`,
    `node:net loop with the same hello ${bare.toFixed(0)} µs: ${(prober / bare).toFixed(2)} times as much (goal 1.6). Peak live memory with`,
    `1,000 targets ${megabytes(small)}, with ${largeFleet.toLocaleString('en')} targets ${megabytes(large)}.`,
  ]
}

function line({ what, server, roundTrip, connections, seconds, note }: Row): string {
  return `| ${what} | ${server} | ${roundTrip} ms | ${connections} | ${seconds.toFixed(2)} s | ${note} |`
}

async function publish(lines: readonly string[]): Promise<void> {
  const file = join(import.meta.dirname, '../../../docs/benchmarks.md')
  const [begin, end] = ['<!-- engine: written by pnpm bench:engine -->', '<!-- /engine -->']
  const table = ['| run | server | round trip | connections | time | found |', '| --- | --- | --- | --- | --- | --- |']
  const split = lines.indexOf('')
  const part = [
    begin,
    '## Probing one server',
    '',
    `${cpus().length} cores of ${cpus()[0]?.model ?? 'an unknown model'}, Node ${process.version}, nginx on OpenSSL. "Rich" has TLS 1.0 to 1.3 with two certificates, "modern"`,
    'TLS 1.2 and 1.3 with one. The path is a proxy in its own process: one round trip for the connect, one for each exchange.',
    `\`sundown\` asks groups, signature schemes, application protocols, features and sessions as well. Load average ${loadBefore.toFixed(1)} before.`,
    `Asked of the others: ${scanners.map(({ name, asked }) => `${name} ${asked}`).join('; ')}.`,
    missing.length === 0 ? 'None was missing.' : `Not installed, so skipped: ${missing.join(', ')}.`,
    '',
    ...table,
    ...lines.slice(0, split),
    ...lines.slice(split),
    end,
  ].join('\n')
  const old = await readFile(file, 'utf8').catch(() => '# Benchmarks\n')
  const at = [old.indexOf(begin), old.indexOf(end)] as const
  const text =
    at[0] >= 0 && at[1] >= 0
      ? old.slice(0, at[0]) + part + old.slice(at[1] + end.length)
      : `${old.trimEnd()}\n\n${part}\n`
  await writeFile(file, text)
}
