/** Starts the product once for all journeys, on free ports and an empty data folder, and takes it down afterwards. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

export default async function startProduct(): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sundown-e2e-'))
  chmodSync(dataDir, 0o755)
  const [portal, api, worker] = await freePorts(3)
  const lab = await freeRange(16)
  const env = {
    ...process.env,
    SUNDOWN_DATA_DIR: dataDir,
    SUNDOWN_PORTAL_PORT: String(portal),
    SUNDOWN_API_PORT: String(api),
    SUNDOWN_WORKER_PORT: String(worker),
    SUNDOWN_LAB_PORT: String(lab),
    DATABASE_URL: '',
    // Servers that a journey starts itself listen here; the rest of loopback stays forbidden.
    SUNDOWN_PROBE_ALLOW: '127.0.0.2/32',
  }
  const child = spawn(process.execPath, [join(root, 'scripts/start/main.ts')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  await new Promise<void>((settle, fail) => {
    const read = (chunk: Buffer) => {
      output += chunk
      if (output.includes('Sundown is running')) settle()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('exit', (code) => fail(new Error(`The product did not start (${code}):\n${output}`)))
  })
  // Journeys run in processes of their own; the environment is what they inherit.
  process.env.SUNDOWN_E2E_URL = `http://localhost:${portal}`
  process.env.SUNDOWN_E2E_DATA = dataDir
  process.env.SUNDOWN_E2E_LAB_PORT = String(lab)
  process.env.SUNDOWN_E2E_WORKER_PORT = String(worker)
  return async () => {
    const exited = new Promise((settle) => child.once('exit', settle))
    child.kill('SIGINT')
    await exited
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening(0)))
  return Promise.all(servers.map(closed))
}

/** The first of `length` free ports in a row, away from the ports that the system hands out by itself. */
async function freeRange(length: number): Promise<number> {
  for (let first = 20_000 + Math.floor(Math.random() * 8_000); ; first += length) {
    const results = await Promise.allSettled(Array.from({ length }, (_, index) => listening(first + index)))
    await Promise.all(results.flatMap((result) => (result.status === 'fulfilled' ? [closed(result.value)] : [])))
    if (results.every((result) => result.status === 'fulfilled')) return first
  }
}

type Listening = { readonly port: number; close(): Promise<void> }

function listening(port: number): Promise<Listening> {
  const server = createServer()
  return new Promise((settle, fail) => {
    server.once('error', fail)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address()
      settle({
        port: typeof address === 'object' && address !== null ? address.port : port,
        close: () => new Promise((done) => server.close(() => done())),
      })
    })
  })
}

async function closed(server: Listening): Promise<number> {
  await server.close()
  return server.port
}
