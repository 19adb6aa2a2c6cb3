import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { type Prisma, PrismaClient } from '../gen/prisma/client.ts'
import { holdOpenings, withOpening } from './opening.ts'
import { statementNames } from './statement-names.ts'

export interface DatabaseOptions {
  /** `postgresql://user:password@host:port/database`. */
  readonly url: string
  /** Connections that requests and jobs share; one is held by each open transaction. 10 where not given. */
  readonly poolSize?: number
  /** What an idle connection that breaks is told to; it is replaced by itself. */
  readonly onError?: (error: Error) => void
}

/** Who a transaction acts for. */
export interface Reach {
  /** Tenants whose rows exist for this transaction; empty for none. */
  readonly tenants: readonly string[]
  /** Person who acts: also sees the own memberships and their tenants. Null for a job. */
  readonly user: string | null
}

/** A client inside one transaction. */
export type Tx = Prisma.TransactionClient

export interface Database {
  /**
   * Runs as `sundown_app`. Outside `asTenants` every tenant table is empty for it and refuses rows.
   * Columns that hold secrets are left out unless asked for by `omit: { column: false }`.
   */
  readonly prisma: PrismaClient
  /** Runs as `sundown_auth`: people, sessions, accounts, and no tenant table. For the sign-in library alone. */
  readonly auth: PrismaClient
  /**
   * One transaction that reaches the given tenants. Queries inside it take turns on one connection, which is held until
   * `work` is done, so nothing slow (a probe, a mail, a fetch) belongs inside. Rejects with what `work` throws, after
   * rolling back.
   */
  asTenants<T>(reach: Reach, work: (tx: Tx) => Promise<T>, limits?: TransactionLimits): Promise<T>
  /**
   * One transaction as `sundown_keeper`, for the product's own chores: reads every tenant's rows and writes none. What a
   * chore finds to do it then does with `asTenants`, tenant by tenant. Never on behalf of a person.
   */
  asKeeper<T>(work: (tx: Tx) => Promise<T>, limits?: TransactionLimits): Promise<T>
  /** Ends all connections. */
  close(): Promise<void>
}

/** Milliseconds. */
export interface TransactionLimits {
  /** How long to wait for a free connection; 5,000 where not given. */
  readonly maxWait?: number
  /** How long the transaction may last; 15,000 where not given. */
  readonly timeout?: number
}

/** Opens the only two Prisma clients of a process. Connects when first used. */
export function createDatabase({ url, poolSize = 10, onError }: DatabaseOptions): Database {
  const prisma = createClient(url, 'sundown_app', poolSize, onError)
  const auth = createClient(url, 'sundown_auth', Math.max(2, Math.ceil(poolSize / 2)), onError)
  const within = <T>(opening: string, work: (tx: Tx) => Promise<T>, limits?: TransactionLimits) =>
    withOpening(opening, (taken) =>
      prisma.$transaction(
        async (tx) => {
          if (!taken()) await tx.$executeRawUnsafe(opening)
          return await work(tx)
        },
        { maxWait: limits?.maxWait ?? 5_000, timeout: limits?.timeout ?? 15_000 },
      ),
    )
  return {
    prisma,
    auth,
    asTenants: async (reach, work, limits) => await within(reaching(reach), work, limits),
    asKeeper: async (work, limits) => await within('SET LOCAL ROLE sundown_keeper', work, limits),
    close: async () => {
      await Promise.all([prisma.$disconnect(), auth.$disconnect()])
    },
  }
}

function reaching({ tenants, user }: Reach): string {
  const wrong = tenants.find((id) => !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id))
  if (wrong !== undefined) throw new TypeError(`not a tenant id: ${wrong}`)
  return `SELECT set_config('app.tenants', '${tenants.join(',')}', true), set_config('app.user', ${pg.escapeLiteral(user ?? '')}, true)`
}

function createClient(url: string, role: string, max: number, onError?: (error: Error) => void): PrismaClient {
  const report = onError ?? (() => {})
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options: `-c role=${role}`,
    application_name: role,
    connectionTimeoutMillis: 5_000,
  })
  pool.on('connect', holdOpenings)
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: report,
    onConnectionError: report,
    statementNameGenerator: statementNames(),
  })
  return new PrismaClient({ adapter, omit: role === 'sundown_app' ? secrets : {} })
}

// The sign-in library needs its own columns; what the application leaves out by itself it can ask for by name.
const secrets = {
  session: { token: true },
  account: { password: true, accessToken: true, refreshToken: true, idToken: true },
  verification: { value: true },
  twoFactor: { secret: true, backupCodes: true },
  apiKey: { hash: true },
  invitation: { tokenHash: true },
  identityProvider: { secret: true },
} satisfies Prisma.GlobalOmitConfig
