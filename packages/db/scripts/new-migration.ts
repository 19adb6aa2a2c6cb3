/**
 * Writes the SQL from the last migration's schema to the present one into a new folder, with the present schema kept
 * beside it for the next time. Row-level security, checks and partial indexes are then written by hand into the file.
 *
 *   node scripts/new-migration.ts add-delegations
 */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startEmbedded } from '../src/embedded/index.ts'
import { openSchemaEngine, type SchemaFile } from './schema-engine.ts'

const prisma = join(import.meta.dirname, '../prisma')
// Not `.prisma`, or the generators would read it as part of the schema.
const snapshot = 'schema.snapshot'

const name = parseArgs({ allowPositionals: true }).positionals[0]
if (name === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  process.stderr.write('usage: node scripts/new-migration.ts NAME    (lower case, words joined by hyphens)\n')
  process.exit(2)
}

const present = await presentSchema()
const last = (await migrationNames()).at(-1)
// The engine asks a server for its version before it compares anything.
const scratch = await mkdtemp(join(tmpdir(), 'sundown-migration-'))
const server = await startEmbedded({ dataDir: scratch, volatile: true })
const engine = await openSchemaEngine({ url: server.url, schema: present })
const { stdout: sql } = await engine.diff({
  from: last === undefined ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: [await snapshotOf(last)] },
  to: { tag: 'schemaDatamodel', files: present },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
})
engine.free()
await server.stop()
await rm(scratch, { recursive: true, force: true })

const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
const folder = join(prisma, 'migrations', `${stamp}_${name.replaceAll('-', '_')}`)
await mkdir(folder, { recursive: true })
await writeFile(join(folder, 'migration.sql'), sql ?? '')
await writeFile(join(folder, snapshot), present.map((file) => file.content).join('\n'))
process.stdout.write(`${folder}\n`)

async function presentSchema(): Promise<SchemaFile[]> {
  const models = (await readdir(join(prisma, 'models'))).filter((file) => file.endsWith('.prisma')).sort()
  const paths = ['schema.prisma', ...models.map((file) => `models/${file}`)]
  return await Promise.all(paths.map(async (path) => ({ path, content: await readFile(join(prisma, path), 'utf8') })))
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(join(prisma, 'migrations'), { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

async function snapshotOf(migration: string): Promise<SchemaFile> {
  return { path: snapshot, content: await readFile(join(prisma, 'migrations', migration, snapshot), 'utf8') }
}
