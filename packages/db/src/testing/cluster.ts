import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../embedded/index.ts'
import { applyMigrations } from '../migrate/index.ts'
import { knownMigrations } from '../migrate/known-migrations.ts'

/** A server on which tests make databases, each a copy of one that has the schema. */
export interface TestCluster {
  /** May create databases. */
  readonly adminUrl: string
  /** As the product's login user; its database is to be replaced. */
  readonly loginUrl: string
  readonly template: string
}

export interface RunningTestCluster extends TestCluster {
  stop(): Promise<void>
}

/** Takes the server of `serverUrl`, whose user must be allowed to create databases and roles, or starts one of its own. */
export async function startTestCluster(serverUrl: string | undefined): Promise<RunningTestCluster> {
  const server =
    serverUrl === undefined ? await startOwn() : { loginUrl: serverUrl, adminUrl: serverUrl, stop: async () => {} }
  try {
    return { ...server, template: await makeTemplate(server) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The same server, another database. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs work on one connection. */
export async function onServer<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function startOwn() {
  const dataDir = await mkdtemp(join(tmpdir(), 'sundown-test-'))
  const server = await startEmbedded({ dataDir, volatile: true })
  const stop = async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { loginUrl: server.url, adminUrl: server.adminUrl, stop }
}

// Named after the migrations, so that a managed server keeps it from run to run until they change.
async function makeTemplate({ adminUrl, loginUrl }: Omit<TestCluster, 'template'>): Promise<string> {
  const checksums = (await knownMigrations()).map((migration) => migration.checksum)
  const template = `sundown_template_${createHash('sha256').update(checksums.join()).digest('hex').slice(0, 12)}`
  await onServer(adminUrl, async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [template])
    const there = await client.query('select 1 from pg_database where datname = $1', [template])
    if (there.rowCount === 1) return
    const half = `${template}_half`
    await client.query(`drop database if exists ${half}`)
    await client.query(`create database ${half} owner ${client.escapeIdentifier(new URL(loginUrl).username)}`)
    await applyMigrations(withDatabase(loginUrl, half))
    await client.query(`alter database ${half} rename to ${template}`)
  })
  return template
}
