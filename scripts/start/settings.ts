/** Where things are and listen, read once from the environment; every default is here. */
import { createHash } from 'node:crypto'
import { accessSync, constants, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'

import { StartError } from './start-error.ts'

export const root = resolve(import.meta.dirname, '../..')

export interface Settings {
  readonly dataDir: string
  /** Null: the embedded PostgreSQL is used. */
  readonly databaseUrl: string | null
  readonly portal: { readonly host: string; readonly port: number; readonly url: string }
  readonly api: { readonly host: string; readonly port: number; readonly url: string }
  readonly worker: { readonly port: number }
  /** First of sixteen loopback ports; null where the practice lab is switched off. */
  readonly labPort: number | null
  readonly development: boolean
}

export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): Settings {
  const unknown = args.filter((arg) => arg !== '--dev')
  if (unknown.length > 0) {
    throw new StartError(
      `Unknown option ${unknown[0]}. Only --dev is known; everything else is set by the environment.`,
    )
  }
  const portalHost = env.SUNDOWN_PORTAL_HOST ?? '127.0.0.1'
  const portalPort = port(env, 'SUNDOWN_PORTAL_PORT', 3000)
  const apiHost = env.SUNDOWN_API_HOST ?? '127.0.0.1'
  const apiPort = port(env, 'SUNDOWN_API_PORT', 4000)
  return {
    dataDir: resolve(env.SUNDOWN_DATA_DIR ?? defaultDataDir()),
    databaseUrl: env.DATABASE_URL || fromFile(env, 'DATABASE_URL_FILE'),
    portal: {
      host: portalHost,
      port: portalPort,
      url: env.SUNDOWN_PORTAL_URL ?? `http://${reachable(portalHost)}:${portalPort}`,
    },
    api: {
      host: apiHost,
      port: apiPort,
      url: `http://${bracketed(isAny(apiHost) ? '127.0.0.1' : apiHost)}:${apiPort}`,
    },
    worker: { port: port(env, 'SUNDOWN_WORKER_PORT', 4001) },
    labPort: env.SUNDOWN_LAB === 'off' ? null : port(env, 'SUNDOWN_LAB_PORT', 42_440),
    development: args.includes('--dev'),
  }
}

/**
 * PostgreSQL refuses to run as root, so its own user must reach the folder: below a home that others may not enter
 * (as /root) the data goes to /var/lib instead, one folder for each checkout.
 */
function defaultDataDir(): string {
  const inside = join(root, '.data')
  if (process.getuid?.() !== 0 || othersMayEnter(root)) return inside
  const name = `${basename(root)}-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`
  return join('/var/lib/sundown', name)
}

function othersMayEnter(folder: string): boolean {
  const parent = dirname(folder)
  const open = (statSync(folder).mode & constants.S_IXOTH) !== 0
  return open && (parent === folder || othersMayEnter(parent))
}

/** A secret that is kept in a file; null where none is named. */
function fromFile(env: NodeJS.ProcessEnv, name: string): string | null {
  const file = env[name]
  if (!file) return null
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new StartError(`${name} names ${file}, which cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
}

/** Whether a folder that exists may be written. */
export function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function port(env: NodeJS.ProcessEnv, name: string, fallback: number): number {
  const text = env[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new StartError(`${name} is "${text}"; it must be a port number from 1 to 65535.`)
  }
  return value
}

const isAny = (host: string) => host === '0.0.0.0' || host === '::'

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** What a person types to reach a listening address. */
const reachable = (host: string) =>
  isAny(host) || host === '127.0.0.1' || host === '::1' ? 'localhost' : bracketed(host)
