import { readFileSync } from 'node:fs'
import { z } from 'zod'

/** A process variable that is missing or wrong; the message says which one and what to do. */
export class EnvError extends Error {}

const port = z.coerce.number().int().min(0).max(65_535)
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )

const shape = z.object({
  DATABASE_URL: z
    .string()
    .min(1)
    .describe('PostgreSQL connection string, for instance postgresql://user:pass@host:5432/sundown'),
  SUNDOWN_API_PORT: port.default(4000).describe('port of the API; 0 takes a free one'),
  SUNDOWN_API_HOST: z.string().default('127.0.0.1').describe('address the API listens on'),
  SUNDOWN_PORTAL_URL: z
    .url()
    .default('http://localhost:3000')
    .describe('where people open the portal: the trusted origin of sign-in'),
  SUNDOWN_SECRET: z.string().min(32).describe('signs sessions; at least 32 characters, kept between starts'),
  SUNDOWN_WORKER: z.enum(['inline', 'none']).default('none').describe('`inline` runs a worker inside the API process'),
  SUNDOWN_WORKER_PORT: port.default(4001).describe('port of the worker’s health endpoints'),
  SUNDOWN_WORKER_SCANS: z.coerce.number().int().min(1).max(256).default(8).describe('scans at a time in one worker'),
  SUNDOWN_TENANT_SCANS: z.coerce
    .number()
    .int()
    .min(1)
    .max(256)
    .default(6)
    .describe('scans at a time of one tenant over all workers'),
  SUNDOWN_TENANT_SCANS_HOUR: z.coerce
    .number()
    .int()
    .min(1)
    .default(20_000)
    .describe('scans that one tenant may ask for in an hour'),
  SUNDOWN_ADDRESS_RATE: z.coerce
    .number()
    .min(1)
    .max(1_000)
    .default(100)
    .describe('connections a second to one address, over all tenants and workers'),
  SUNDOWN_PROBE_ALLOW: list.describe('comma-separated CIDRs that may be probed although they are not public'),
  SUNDOWN_ACTIVE_ALLOW: list.describe(
    'comma-separated domains (with the names below) and CIDRs that may be asked active checks without proof; * for all',
  ),
  SUNDOWN_RESOLVERS: list.describe(
    'comma-separated name servers, address or address:port, that names are looked up at; empty: the system’s',
  ),
  SUNDOWN_KEEP_MONTHS: z.coerce
    .number()
    .int()
    .min(0)
    .max(1_200)
    .default(0)
    .describe('whole months that scans are kept beside the present one; 0 keeps them all'),
  SUNDOWN_LAB_PORT: port.default(42_440).describe('first of 16 loopback ports of the practice lab; 0 for none'),
  SUNDOWN_LAB_DIR: z.string().default('.data/lab').describe('folder of the practice lab’s CA and keys'),
  SUNDOWN_LAB_CA: z
    .string()
    .optional()
    .describe('path of the practice lab’s CA (PEM); without it the portal offers no lab'),
  SUNDOWN_SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('mail server, for instance smtps://user:pass@mail.example.com; without one, letters go to the log'),
  SUNDOWN_MAIL_FROM: z.string().default('Sundown <sundown@localhost>').describe('sender of letters'),
  SUNDOWN_RATE_POINTS: z.coerce
    .number()
    .int()
    .min(1_000)
    .default(600_000)
    .describe('points of query cost that one person or key may spend in a minute'),
  SUNDOWN_TRUSTED_PROXIES: list.describe('comma-separated CIDRs of proxies whose X-Forwarded-For is believed'),
  SUNDOWN_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
})

export type Env = z.infer<typeof shape>

/** What opens doors; each may also be given as the path of a file, `NAME_FILE`, which no list of processes shows. */
const secretNames = ['DATABASE_URL', 'SUNDOWN_SECRET', 'SUNDOWN_SMTP_URL'] as const satisfies readonly (keyof Env)[]

/**
 * The part of the environment that one process needs. The only reader of `process.env`.
 * @throws {EnvError} with one line per missing or wrong variable
 */
export function readEnv<K extends keyof Env>(
  names: readonly K[],
  source: NodeJS.ProcessEnv = process.env,
): Pick<Env, K> {
  const mask = Object.fromEntries(names.map((name) => [name, true])) as Record<K, true>
  const given: Record<string, string | undefined> = {
    ...nonEmpty(source),
    ...secretsFromFiles(names as readonly string[], source),
  }
  const result = shape.pick(mask as never).safeParse(given)
  if (result.success) return result.data as Pick<Env, K>
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0]) as K
    return `${name}: ${given[name] === undefined ? 'is missing' : issue.message} (${shape.shape[name].description ?? ''})`
  })
  throw new EnvError(`The environment is not usable.\n${lines.join('\n')}`)
}

const nonEmpty = (source: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))

function secretsFromFiles(names: readonly string[], source: NodeJS.ProcessEnv): Record<string, string> {
  const found: Record<string, string> = {}
  for (const name of secretNames.filter((one) => names.includes(one))) {
    const file = source[`${name}_FILE`]
    if (!file) continue
    if (source[name]) throw new EnvError(`Both ${name} and ${name}_FILE are set; keep one of them.`)
    try {
      found[name] = readFileSync(file, 'utf8').trim()
    } catch (error) {
      throw new EnvError(`${name}_FILE: ${file} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
    }
  }
  return found
}
