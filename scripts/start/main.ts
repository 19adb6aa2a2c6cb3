/** `pnpm start`: brings the whole product up on one machine, watches it, and takes it down again. */
import { setTimeout as sleep } from 'node:timers/promises'

import { Child } from './child.ts'
import { type EmbeddedDatabase, startEmbeddedDatabase } from './embedded-database.ts'
import { preflight } from './preflight.ts'
import { processesOf } from './processes.ts'
import { Progress } from './progress.ts'
import { runTask } from './run-task.ts'
import { secretOf } from './secret.ts'
import { readSettings } from './settings.ts'
import { sentenceOf } from './start-error.ts'

const progress = new Progress(process.stdout)
const children: Child[] = []
let database: EmbeddedDatabase | null = null
let stopping: Promise<never> | null = null
const building = new AbortController()

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
// A package runner that is killed does not always pass the signal on.
const parent = process.ppid
setInterval(() => process.ppid !== parent && stop(0), 500).unref()

try {
  await start()
} catch (error) {
  if (stopping === null) {
    const sentence = sentenceOf(error)
    if (sentence === null) console.error(error)
    else console.error(`\n${sentence}`)
    await stop(1)
  }
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2))
  await preflight(settings)
  await progress.step('Database client', () => runTask('generate', '@sundown/db', building.signal))
  const build = settings.development ? null : buildPortal()

  const url = settings.databaseUrl ?? (await progress.step('PostgreSQL', () => ownDatabase(settings.dataDir)))
  await progress.step('Database up to date', async () => {
    const { applyMigrations } = await import('@sundown/db/migrate')
    await applyMigrations(url)
  })
  const specs = processesOf(settings, url, secretOf(settings.dataDir))
  if (build !== null) await progress.step('Portal built', () => build)
  for (const spec of specs) children.push(new Child(spec, (line) => progress.say(line)))
  const [first, ...others] = children
  await progress.step('Practice lab, API, worker and portal', async () => {
    await first?.start()
    await Promise.all(others.map((child) => child.start()))
  })

  progress.say(`
Sundown is running (${progress.elapsedSeconds} s).

  Portal   ${settings.portal.url}
  API      ${settings.api.url}/graphql
  Data     ${settings.databaseUrl === null ? settings.dataDir : `${settings.dataDir} and the PostgreSQL of DATABASE_URL`}
  Logs     ${settings.dataDir}/logs

Ctrl-C stops everything.`)
  await new Promise(() => {})
}

/** Runs beside the database's start; a failure waits for whoever awaits it. */
function buildPortal(): Promise<void> {
  const build = runTask('build', '@sundown/web', building.signal)
  build.catch(() => {})
  return build
}

async function ownDatabase(dataDir: string): Promise<string> {
  database = await startEmbeddedDatabase(dataDir, (line) => progress.say(line))
  database.onLost(() => {
    console.error('\nPostgreSQL ended unexpectedly. Its log is logs/database.log in the data folder; start again.')
    stop(1)
  })
  return database.url
}

/** Portal, worker and API together, then the database: 5 s in all. */
function stop(code: number): Promise<never> {
  stopping ??= (async () => {
    if (children.length > 0 || database !== null) progress.say('Stopping …')
    building.abort()
    const hard = sleep(4_800, undefined, { ref: false }).then(() => process.exit(1))
    await Promise.race([
      (async () => {
        await Promise.all(children.map((child) => child.stop(2_500)))
        await database?.stop(1_800)
      })(),
      hard,
    ])
    if (code === 0) progress.say('Stopped.')
    process.exit(code)
  })()
  return stopping
}
