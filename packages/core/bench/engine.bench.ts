/**
 * What a scan costs, beside nmap and sslscan in the same run: connections, and time on loopback and over a path of 50 ms.
 * Then what the prober adds to a bare socket loop, and whether memory grows with the number of targets. Writes its part of
 * `docs/benchmarks.md`. `pnpm bench:engine [targets of the large fleet]`; needs nginx and openssl.
 */
import { type ChildProcess, execFile, execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openGuard } from '../src/net/address-guard.ts'
import { type Observation, scanTarget } from '../src/scan.ts'
import { startServers } from './engine/nginx-servers.ts'

const run = promisify(execFile)
const folder = join(import.meta.dirname, 'engine')
const largeFleet = Number(process.argv[2] ?? 20_000)

interface Row {
  readonly what: string
  readonly server: string
  readonly roundTrip: number
  readonly connections: number
  readonly seconds: number
  readonly note: string
}

const servers = await startServers(23_170)
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
    add('sundown full', await timed(async () => pairs(await ours(port, 'full'))))
    add('sundown quick', await timed(async () => (await ours(port, 'quick')).facts.status.toLowerCase()))
    add(
      'sundown rescan',
      await timed(async () => ((await ours(port, 'full', first)).facts.status === 'OBSERVED' ? 'unchanged' : '')),
    )
    add('sundown full, own process', await timed(() => byCommandLine(port)))
    for (const tool of ['sslscan', 'nmap'] as const) {
      if (isInstalled(tool)) add(tool, await timed(() => foreign(tool, port)))
    }
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

function pairs({ facts }: Observation): string {
  const offered = facts.protocols.filter((fact) => fact.offered)
  const all = offered.reduce((sum, { cipherSuites }) => sum + cipherSuites.length, 0)
  return `${all} pairs, ${offered.length} versions; limit ${Math.floor(1.15 * (all + offered.length) + 15)}`
}

async function byCommandLine(port: number): Promise<string> {
  const main = join(import.meta.dirname, '../src/cli/main.ts')
  await run(process.execPath, [main, 'probe', `127.0.0.1:${port}`, '--server-name', 'bench.example', '--json']).catch(
    () => {},
  )
  return 'with the start of Node'
}

async function foreign(tool: 'sslscan' | 'nmap', port: number): Promise<string> {
  const args =
    tool === 'sslscan'
      ? ['--no-colour', '--sni-name=bench.example', `127.0.0.1:${port}`]
      : ['-Pn', '-p', String(port), '--script', '+ssl-enum-ciphers', '127.0.0.1']
  const { stdout } = await run(tool, args, { maxBuffer: 1e7 })
  const found = stdout.match(tool === 'sslscan' ? /^(Preferred|Accepted)/gm : /^\|\s+TLS_\S+ \(/gm)
  return `${found?.length ?? 0} pairs`
}

function isInstalled(tool: string): boolean {
  try {
    execFileSync('which', [tool], { stdio: 'pipe' })
    return true
  } catch {
    return false
  }
}

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
  for (let round = 0; round < 3; round += 1) rounds.push([await fleet('bare', 10_000), await fleet('prober', 10_000)])
  const [small, large] = [await fleet('prober', 1_000), await fleet('prober', largeFleet)]
  server.disconnect()
  const perConnection = (at: 0 | 1): number =>
    rounds.map((pair) => (pair[at] as FleetResult).cpu / 10_000).toSorted((a, b) => a - b)[1] ?? 0
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
    '`sundown` asks more than the other two here: groups, signature schemes, application protocols, features and sessions.',
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
