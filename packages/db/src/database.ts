import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma, PrismaClient } from '../gen/prisma/client.ts'
import { type Begun, begin } from './begin.ts'
import { JoinedPool, joining } from './joined-pool.ts'
import { type Ask, type Reading, readingOn } from './reading.ts'
import { type Reach, reaching } from './scope.ts'
import { statementNames } from './statement-names.ts'

export interface DatabaseOptions {
  /** `postgresql://user:password@host:port/database`. */
  readonly url: string
  /** Connections that requests and jobs share; one is held by each open transaction. 10 where not given. */
  readonly poolSize?: number
  /** What an idle connection that breaks is told to; it is replaced by itself. */
  readonly onError?: (error: Error) => void
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
   * One statement as `sundown_door`: who holds a session or a key, and where they belong. Reads that, nothing else, and
   * writes nothing.
   */
  door<T>(statement: Prisma.Sql): Promise<T[]>
  /**
   * One transaction that reaches the given tenants. Queries inside it take turns on one connection, which is held until
   * `work` is done, so nothing slow (a probe, a mail, a fetch) belongs inside. Rejects with what `work` throws, after
   * rolling back.
   */
  asTenants<T>(reach: Reach, work: (tx: Tx) => Promise<T>, limits?: TransactionLimits): Promise<T>
  /** One transaction to read in with that reach; nothing happens before it is asked something. */
  reading(reach: Reach): Reading
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

/** Opens all connections of a process to its database. Connects when first used. */
export function createDatabase({ url, poolSize = 10, onError = () => {} }: DatabaseOptions): Database {
  const app = connect(url, 'sundown_app', poolSize, onError)
  const signIn = connect(url, 'sundown_auth', Math.max(2, Math.ceil(poolSize / 2)), onError)
  const { pool: door, ask: askDoor } = openPool(url, 'sundown_door', Math.max(2, Math.ceil(poolSize / 2)))
  door.on('error', onError)
  const { prisma } = app
  const within = <T>(opening: string, work: (tx: Tx) => Promise<T>, limits?: TransactionLimits) =>
    joining(
      () => app.begin(opening),
      () => prisma.$transaction(work, { maxWait: limits?.maxWait ?? 5_000, timeout: limits?.timeout ?? 15_000 }),
    )
  return {
    prisma,
    auth: signIn.prisma,
    door: async (statement) => await askDoor(door, statement),
    asTenants: async (reach, work, limits) => await within(reaching(reach), work, limits),
    reading: (reach) => readingOn({ ...app, begin: () => app.begin(reaching(reach)) }),
    asKeeper: async (work, limits) => await within('SET LOCAL ROLE sundown_keeper', work, limits),
    close: async () => {
      await Promise.all([prisma.$disconnect(), signIn.prisma.$disconnect(), door.end()])
    },
  }
}

/** Connections that run as one role, and the two ways to ask on them. */
interface Connected {
  readonly prisma: PrismaClient
  readonly ask: Ask
  readonly begin: (opening: string) => Promise<Begun>
}

function connect(url: string, role: string, max: number, onError: (error: Error) => void): Connected {
  const { pool, ask, nameOf } = openPool(url, role, max)
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: onError,
    onConnectionError: onError,
    statementNameGenerator: nameOf,
  })
  const prisma: PrismaClient = new PrismaClient({ adapter, omit: role === 'sundown_app' ? secrets : {} })
  return { prisma, ask, begin: (opening) => begin(pool, opening, onError) }
}

function openPool(url: string, role: string, max: number) {
  const pool = new JoinedPool({
    connectionString: url,
    max,
    options: `-c role=${role}`,
    application_name: role,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
  })
  // One giver of names for all that asks on a connection: a name stands for one text.
  const nameOf = statementNames()
  const ask: Ask = async (connection, { text, values }) =>
    (await connection.query({ name: nameOf({ sql: text }), text, values })).rows
  return { pool, ask, nameOf }
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
