import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { DatabaseError } from '../database-error.ts'
import { freePort, isFree } from './port.ts'
import { goneWithin, isAlive, markOf, type ProcessMark } from './process-alive.ts'
import { findPrograms, type Programs } from './programs.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { canWrite, chooseServerUser, type ServerUser } from './server-user.ts'

export interface EmbeddedOptions {
  /** Folder of the server's own; created where it is missing. */
  readonly dataDir: string
  /** Loopback port that must be used. Without it the last one is taken again where it is free, else any. */
  readonly port?: number
  /** Each line that the server writes. */
  readonly onLog?: (line: string) => void
  /** Gives up safety against a power cut for speed. For tests. */
  readonly volatile?: boolean
}

export interface EmbeddedServer {
  /** Address of the product's database, with its password. */
  readonly url: string
  /** Address of the maintenance database, as the server's superuser. */
  readonly adminUrl: string
  readonly port: number
  /** Settles when the server is gone, also when it ended by itself. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

interface Secrets {
  readonly admin: string
  readonly login: string
}

interface Place {
  readonly dataDir: string
  readonly cluster: string
  readonly user: ServerUser
  readonly programs: Programs
}

const login = 'sundown'

/**
 * Starts PostgreSQL on 127.0.0.1 with its data in `dataDir`. A cluster that is there is used again, one that crashed is
 * recovered, and one whose owner was killed is stopped first. Throws `DatabaseError`.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const place = await prepare(resolve(options.dataDir))
  await releaseCluster(place)
  const secrets = await readSecrets(place.dataDir)
  await initialise(place, secrets, options.volatile === true)
  const { server, port } = await serve(place, options)
  const urlOf = (user: string, password: string, database: string) =>
    `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
  const adminUrl = urlOf('postgres', secrets.admin, 'postgres')
  try {
    await whenReady(adminUrl, server)
    await createLogin(adminUrl, secrets.login)
    await writeFile(join(place.dataDir, 'owner.json'), JSON.stringify({ ...(await markOf(process.pid)), port }))
  } catch (error) {
    await server.stop()
    throw error
  }
  return { url: urlOf(login, secrets.login, login), adminUrl, port, ended: server.ended, stop: server.stop }
}

async function prepare(dataDir: string): Promise<Place> {
  const cluster = join(dataDir, 'cluster')
  const user = await chooseServerUser(cluster)
  try {
    await mkdir(dataDir, { recursive: true })
    const probe = join(dataDir, '.writable')
    await writeFile(probe, '')
    await rm(probe)
    // The server's user must get through, and nobody else may list the folder.
    if ('uid' in user) await chmod(dataDir, 0o711)
  } catch (cause) {
    throw new DatabaseError(
      'data-dir-unwritable',
      `The data folder ${dataDir} cannot be written (${(cause as NodeJS.ErrnoException).code}). Give it to this user, or name another folder in SUNDOWN_DATA_DIR.`,
      cause,
    )
  }
  const half = `${cluster}.half`
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  if ('uid' in user) await chown(half, user.uid, user.gid)
  const reachable = canWrite(half, user)
  await rm(half, { recursive: true, force: true })
  if (!reachable) {
    throw new DatabaseError(
      'data-dir-unreachable',
      `PostgreSQL does not run as root, and the user it runs as cannot enter ${dataDir} because a folder above is closed to it. Name a folder outside, for instance SUNDOWN_DATA_DIR=/var/lib/sundown.`,
    )
  }
  return { dataDir, cluster, user, programs: await findPrograms(join(dataDir, 'programs'), user) }
}

/** Makes sure that no server has the cluster open: an orphan is stopped, a live owner is an error. */
async function releaseCluster(place: Place): Promise<void> {
  const lock = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  const pid = Number.parseInt(lock ?? '', 10)
  if (!Number.isInteger(pid) || pid <= 0 || !(await isServer(pid, place.cluster))) return
  const owner = await readFile(join(place.dataDir, 'owner.json'), 'utf8')
    .then((text) => JSON.parse(text) as ProcessMark)
    .catch(() => null)
  if (owner !== null && (await isAlive(owner))) {
    throw new DatabaseError(
      'data-dir-in-use',
      `The data folder ${place.dataDir} is in use by process ${owner.pid}. Stop that one first, or name another folder in SUNDOWN_DATA_DIR.`,
    )
  }
  const orphan = await markOf(pid)
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal)
    if (await goneWithin(orphan, 5_000)) return
  }
}

// After a reboot the number in the lock file may belong to anything.
async function isServer(pid: number, cluster: string): Promise<boolean> {
  if (!(await isAlive(await markOf(pid)))) return false
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null)
  return command === null ? process.platform !== 'linux' : command.split('\0').includes(cluster)
}

async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'passwords.json')
  const present = await readFile(file, 'utf8').catch(() => null)
  if (present !== null) return JSON.parse(present) as Secrets
  const secrets: Secrets = { admin: randomBytes(24).toString('hex'), login: randomBytes(24).toString('hex') }
  await writeFile(`${file}.half`, JSON.stringify(secrets), { mode: 0o600 })
  await rename(`${file}.half`, file)
  return secrets
}

async function initialise(place: Place, secrets: Secrets, volatile: boolean): Promise<void> {
  const version = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (version !== null) return
  // initdb needs an empty folder that belongs to its user, and is renamed into place only when it is whole.
  const half = `${place.cluster}.half`
  const passwordFile = join(place.dataDir, '.initdb-password')
  await rm(half, { recursive: true, force: true })
  await rm(place.cluster, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  await writeFile(passwordFile, secrets.admin, { mode: 0o600 })
  if ('uid' in place.user) {
    await chown(half, place.user.uid, place.user.gid)
    await chown(passwordFile, place.user.uid, place.user.gid)
  }
  try {
    // The built-in locale needs neither the system's locales nor ICU, so indexes survive a move to another machine.
    await promisify(execFile)(
      place.programs.initdb,
      [
        ['--pgdata', half],
        ['--username', 'postgres'],
        ['--pwfile', passwordFile],
        ['--auth', 'scram-sha-256'],
        ['--encoding', 'UTF8'],
        ['--locale', 'C'],
        ['--locale-provider', 'builtin'],
        ['--builtin-locale', 'C.UTF-8'],
        volatile ? ['--no-sync'] : [],
      ].flat(),
      { ...place.user, cwd: '/', env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } },
    )
    await rename(half, place.cluster)
  } catch (cause) {
    await rm(half, { recursive: true, force: true })
    const words = String((cause as { stderr?: unknown }).stderr ?? (cause as Error).message).trim()
    throw new DatabaseError(
      'server-start-failed',
      `PostgreSQL could not make its data folder ${place.cluster}: ${words.split('\n').at(-1)}`,
      cause,
    )
  } finally {
    await rm(passwordFile, { force: true })
  }
}

async function serve(place: Place, options: EmbeddedOptions): Promise<{ server: ServerProcess; port: number }> {
  const port = await choosePort(place.dataDir, options.port)
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    jit: 'off',
    log_min_messages: 'warning',
    ...(options.volatile === true ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const args = [
    ...['-D', place.cluster, '-p', String(port)],
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
  const server = startServerProcess(place.programs.postgres, args, place.user, options.onLog ?? (() => {}))
  return { server, port }
}

async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && wanted !== 0) {
    if (await isFree(wanted)) return wanted
    throw new DatabaseError('port-taken', `Port ${wanted} of 127.0.0.1 is taken by another program.`)
  }
  const last = await readFile(join(dataDir, 'owner.json'), 'utf8')
    .then((text) => (JSON.parse(text) as { port?: unknown }).port)
    .catch(() => null)
  return typeof last === 'number' && (await isFree(last)) ? last : await freePort()
}

async function whenReady(adminUrl: string, server: ServerProcess): Promise<void> {
  let gone = false
  server.ended.then(() => {
    gone = true
  })
  // Recovery after a crash can take a while; the server answers 57P03 until it is done.
  for (;;) {
    if (gone) throw startFailure(server.lastLines())
    const client = new pg.Client({ connectionString: adminUrl, connectionTimeoutMillis: 5_000 })
    client.on('error', () => {})
    try {
      await client.connect()
      return
    } catch (error) {
      const code = (error as { code?: string }).code
      if (code !== '57P03' && code !== 'ECONNREFUSED' && code !== 'ECONNRESET') {
        throw new DatabaseError(
          'server-start-failed',
          `PostgreSQL started but refuses its owner: ${(error as Error).message}`,
          error,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, 30))
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function startFailure(lines: string): DatabaseError {
  const fatal = lines.split('\n').find((line) => /FATAL|PANIC/.test(line)) ?? lines.split('\n').at(-1)
  return new DatabaseError('server-start-failed', `PostgreSQL did not start: ${fatal ?? 'it said nothing'}`, lines)
}

// An ordinary login that owns its database, as with a managed server: row-level security holds for it when forced.
async function createLogin(adminUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [login])
    if (role.rowCount === 0) {
      await client.query(`create role ${login} login createrole password ${client.escapeLiteral(password)}`)
    }
    const database = await client.query('select 1 from pg_database where datname = $1', [login])
    if (database.rowCount === 0) await client.query(`create database ${login} owner ${login}`)
  } finally {
    await client.end()
  }
}
