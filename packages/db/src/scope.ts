import pg from 'pg'
import type { Prisma } from '../gen/prisma/client.ts'

/** Groups and endpoints, by id. */
export interface Picks {
  readonly groups: readonly string[]
  readonly endpoints: readonly string[]
}

/** Which endpoints something is limited to: what is included, less what is excluded. No scope at all means every endpoint. */
export interface Scope {
  readonly include: 'all' | Picks
  readonly exclude: Picks
}

/** Scopes that hold together: an endpoint is reached where all of them admit it. Empty admits everything. */
export type Narrowing = readonly Scope[]

/**
 * How tenants are narrowed: null for one that is reached whole, else the ways to it, any of which is enough. No way, or a
 * tenant that is not named, shows no endpoint.
 */
export type Scopes = Readonly<Record<string, readonly Narrowing[] | null>>

/** Who a transaction acts for. */
export interface Reach {
  /** Tenants whose rows exist for this transaction; empty for none. */
  readonly tenants: readonly string[]
  /** Person who acts: also sees the own memberships and their tenants. Null for a job. */
  readonly user: string | null
  /** Endpoints that the tenants are narrowed to; null, or none, where every tenant is reached whole. */
  readonly scopes?: Scopes | null
}

/**
 * The one statement that gives a transaction its reach. A narrowed one changes into the role that the policies of scope
 * hold for, so that for everybody else they are not even planned.
 */
export function reaching({ tenants, user, scopes }: Reach): string {
  const wrong = [...tenants, ...Object.keys(scopes ?? {})].find((id) => !isUuid(id))
  if (wrong !== undefined) throw new TypeError(`not a tenant id: ${wrong}`)
  const settings = [
    `set_config('app.tenants', '${tenants.join(',')}', true)`,
    `set_config('app.user', ${pg.escapeLiteral(user ?? '')}, true)`,
  ]
  if (scopes)
    settings.push(
      `set_config('app.scopes', ${pg.escapeLiteral(JSON.stringify(scopes))}, true)`,
      `set_config('role', 'sundown_scoped', true)`,
    )
  return `SELECT ${settings.join(', ')}`
}

/**
 * Does `work` without the limits of scope, for what a narrowed reader begins before it can be told whether it lies in the
 * scope: a new endpoint is in no group yet. Whoever uses this looks afterwards whether the result can be seen.
 */
export async function beyondScope<T>(tx: Prisma.TransactionClient, work: () => Promise<T>): Promise<T> {
  const [before] = await tx.$queryRaw<[{ scopes: string | null }]>`SELECT current_setting('app.scopes', true) AS scopes`
  if (!before.scopes) return work()
  await tx.$executeRaw`SELECT set_config('app.scopes', 'off', true)`
  const result = await work()
  await tx.$executeRaw`SELECT set_config('app.scopes', ${before.scopes}, true)`
  return result
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
