/** `sundown audit verify`: whether the audit logs are as they were written, straight from the database. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  type AuditBreak,
  auditHashAt,
  createDatabase,
  type Database,
  findAuditBreaks,
  findOperatorBreaks,
  verifyAudit,
} from '@sundown/db'
import { runningUrl, startEmbedded } from '@sundown/db/embedded'
import { readSettings } from './start/settings.ts'

export const auditUsage = `sundown audit verify [--tenant SLUG] [--json] [--against FILE]

Computes every tenant's audit log again, from DATABASE_URL or from the data folder (SUNDOWN_DATA_DIR), and names each entry
that was changed, removed or replaced. --json writes a line for each tenant; kept elsewhere and given back by --against, such
lines also show that no end of a log was cut off and no log begun anew.
Ends with 0 where all hold, 1 where one does not, 2 on wrong use, 3 where the database cannot be read.`

/** What `--json` writes of a tenant. */
interface Proof {
  readonly id: string
  readonly entries: number
  readonly lastHash: string
}

/** Runs the command; answers the exit code. */
export async function auditCommand(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const chosen = parse(args)
  if (chosen === null) {
    process.stderr.write(`${auditUsage}\n`)
    return args.includes('--help') ? 0 : 2
  }
  try {
    const earlier = chosen.against ? await readProofs(chosen.against) : []
    const { url, stop } = await openDatabase(env)
    const database = createDatabase({ url, poolSize: 2 })
    try {
      return await verifyAll(database, chosen, earlier)
    } finally {
      await database.close()
      await stop()
    }
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`)
    return 3
  }
}

interface Chosen {
  readonly tenant: string | undefined
  readonly json: boolean
  readonly against: string | undefined
}

function parse(args: readonly string[]): Chosen | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { tenant: { type: 'string' }, json: { type: 'boolean', default: false }, against: { type: 'string' } },
    })
    return positionals.length === 1 && positionals[0] === 'verify' ? (values as Chosen) : null
  } catch {
    return null
  }
}

async function readProofs(file: string): Promise<Proof[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  return lines.map((line) => {
    const one = JSON.parse(line) as Partial<Proof>
    if (typeof one.id === 'string' && typeof one.entries === 'number' && typeof one.lastHash === 'string')
      return one as Proof
    throw new Error(`${file} was not written by sundown audit verify --json.`)
  })
}

async function openDatabase(env: NodeJS.ProcessEnv): Promise<{ url: string; stop: () => Promise<void> }> {
  const { databaseUrl, dataDir } = readSettings(env, [])
  const folder = join(dataDir, 'postgres')
  const running = databaseUrl ?? (await runningUrl(folder))
  if (running !== null) return { url: running, stop: async () => {} }
  return startEmbedded({ dataDir: folder })
}

async function verifyAll(
  database: Database,
  { tenant: slug, json }: Chosen,
  earlier: readonly Proof[],
): Promise<number> {
  const tenants = await database.asKeeper((tx) =>
    tx.tenant.findMany({ select: { id: true, slug: true }, where: slug ? { slug } : {}, orderBy: { slug: 'asc' } }),
  )
  if (slug && tenants.length === 0) throw new Error(`There is no tenant ${slug}.`)
  let broken = 0
  for (const { id, slug: tenant } of tenants) {
    const { entries, lastHash, breaks, before } = await database.asKeeper(
      async (tx) => {
        const known = earlier.find((one) => one.id === id)
        const before = known ? { ...known, now: await auditHashAt(tx, id, known.entries) } : null
        return { ...(await verifyAudit(tx, id)), breaks: await findAuditBreaks(tx, id), before }
      },
      { timeout: 600_000 },
    )
    const faults = breaks.map(sentence)
    if (before && before.entries > 0 && before.now !== before.lastHash)
      faults.push(`entry ${before.entries} is not the one of ${before.lastHash.slice(0, 12)}… that was there before`)
    if (faults.length > 0) broken += 1
    if (json) process.stdout.write(`${JSON.stringify({ tenant, id, entries, lastHash, faults })}\n`)
    else
      process.stdout.write(`${tenant}: ${entries} entries, ${faults.length === 0 ? 'as written' : faults.join('; ')}\n`)
  }
  if (!slug) broken += await verifyOperators(database, json)
  return broken === 0 ? 0 : 1
}

/** The log of what operators did for the whole installation. */
async function verifyOperators(database: Database, json: boolean): Promise<number> {
  const breaks = await database.asKeeper((tx) => findOperatorBreaks(tx))
  const entries = await database.asKeeper((tx) => tx.operatorEntry.count())
  const faults = breaks.map(sentence)
  if (!json)
    process.stdout.write(`operators: ${entries} entries, ${faults.length === 0 ? 'as written' : faults.join('; ')}\n`)
  else if (faults.length > 0) process.stderr.write(`operators: ${faults.join('; ')}\n`)
  return faults.length > 0 ? 1 : 0
}

function sentence({ number, fault, until }: AuditBreak): string {
  if (fault === 'missing')
    return until === number ? `entry ${number} is missing` : `entries ${number} to ${until} are missing`
  return fault === 'changed' ? `entry ${number} was changed` : `entry ${number} was replaced or its neighbours moved`
}
