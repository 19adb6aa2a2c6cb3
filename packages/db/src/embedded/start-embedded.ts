import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { DatabaseError } from '../database-error.ts'
import { claim, unwritable } from './claim.ts'
import { endOrphan } from './orphan.ts'
import { freePort, isFree } from './port.ts'
import { findPrograms, majorVersion, type Programs } from './programs.ts'
import { type ServerProcess, startServerProcess } from './server-process.ts'
import { canWrite, chooseServerUser, type ServerUser } from './server-user.ts'

export interface EmbeddedOptions {
  /** Folder of the server's own; created where it is missing. */
  readonly dataDir: string
  /** Loopback port that must be used. Without it the last one is taken again where it is free, else any. */
  readonly port?: number
  /** Each line that the server writes. */
  readonly onLog?: (line: string) => void
  /** Gives up safety against a crash for speed. For tests. */
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
  const dataDir = await makeFolder(resolve(options.dataDir))
  const release = await claim(dataDir)
  try {
    const place = await prepare(dataDir)
    await endOrphan(place.cluster)
    const secrets = await readSecrets(dataDir)
    await initialise(place, secrets, options.volatile === true)
    return await serveClaimed(place, secrets, options, release)
  } catch (error) {
    await release()
    throw error
  }
}

async function serveClaimed(
  place: Place,
  secrets: Secrets,
  options: EmbeddedOptions,
  release: () => Promise<void>,
): Promise<EmbeddedServer> {
  const { server, port } = await serveAndWait(place, secrets, options)
  const adminUrl = urlOf('postgres', secrets.admin, port, 'postgres')
  try {
    await createLogin(adminUrl, secrets.login)
    await writeFile(join(place.dataDir, 'port'), String(port))
  } catch (error) {
    await server.stop()
    throw error
  }
  const stop = async () => {
    await server.stop()
    await release()
  }
  return { url: urlOf(login, secrets.login, port, login), adminUrl, port, ended: server.ended, stop }
}

async function makeFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true })
    return await realpath(dataDir)
  } catch (cause) {
    throw unwritable(dataDir, cause)
  }
}

async function prepare(dataDir: string): Promise<Place> {
  const cluster = join(dataDir, 'cluster')
  const user = await chooseServerUser(cluster)
  // The server's user must get through, and nobody else may list the folder.
  if ('uid' in user) await chmod(dataDir, 0o711)
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
  return { dataDir, cluster, user, programs: await findPrograms(dataDir, user) }
}

async function readSecrets(dataDir: string): Promise<Secrets> {
  const file = join(dataDir, 'passwords.json')
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Secrets
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') {
      const message = `The file ${file} cannot be read. Start as the user who started last time, or give it the folder.`
      throw new DatabaseError('data-dir-unwritable', message, cause)
    }
  }
  const secrets: Secrets = { admin: randomBytes(24).toString('hex'), login: randomBytes(24).toString('hex') }
  await writeFile(`${file}.half`, JSON.stringify(secrets), { mode: 0o600 })
  await rename(`${file}.half`, file)
  return secrets
}

async function initialise(place: Place, secrets: Secrets, volatile: boolean): Promise<void> {
  const made = await readFile(join(place.cluster, 'PG_VERSION'), 'utf8').catch(() => null)
  if (made !== null) return requireSameVersion(place, made.trim())
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

function requireSameVersion(place: Place, made: string): void {
  const present = majorVersion(place.programs.postgres)
  if (made === present) return
  throw new DatabaseError(
    'data-dir-other-version',
    `The data folder ${place.cluster} was made by PostgreSQL ${made}, and this version of the product brings ${present}. Start the version that made it, export, and import into a new folder.`,
  )
}

// A crashed server's children hold its shared memory for a moment, and another program may take the port between the
// look and the start; either is over after a few tries.
async function serveAndWait(place: Place, secrets: Secrets, options: EmbeddedOptions) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(place.dataDir, options.port)
    const server = serve(place, port, options)
    try {
      await whenReady(urlOf('postgres', secrets.admin, port, 'postgres'), server)
      return { server, port }
    } catch (error) {
      await server.stop()
      if (attempt === 5) throw error
      await new Promise((resolve) => setTimeout(resolve, 300 * attempt))
    }
  }
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`
}

function serve(place: Place, port: number, options: EmbeddedOptions): ServerProcess {
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
  return startServerProcess(place.programs.postgres, args, place.user, options.onLog ?? (() => {}))
}

async function choosePort(dataDir: string, wanted: number | undefined): Promise<number> {
  if (wanted !== undefined && wanted !== 0) {
    if (await isFree(wanted)) return wanted
    throw new DatabaseError('port-taken', `Port ${wanted} of 127.0.0.1 is taken by another program.`)
  }
  const last = Number(await readFile(join(dataDir, 'port'), 'utf8').catch(() => Number.NaN))
  return Number.isInteger(last) && (await isFree(last)) ? last : await freePort()
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
