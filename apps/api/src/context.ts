import type { Database, Prisma, Reading, Tx } from '@sundown/db'
import type { Logger } from 'pino'
import type { Permission } from './access/roles.ts'
import { partnerIn, reachableTenants, scopesOf, type Viewer } from './access/viewer.ts'
import type { Connections } from './connections.ts'
import type { Env } from './env.ts'
import type { Events } from './events.ts'
import type { Queue } from './jobs/queue.ts'
import type { Post } from './mail/post.ts'
import type { CheckDomain } from './probing/check-domain.ts'
import type { Auth } from './sign-in/auth.ts'

/** What lives as long as the process. */
export interface App {
  readonly env: Pick<
    Env,
    | 'SUNDOWN_PORTAL_URL'
    | 'SUNDOWN_LAB_PORT'
    | 'SUNDOWN_LAB_CA'
    | 'SUNDOWN_PROBE_ALLOW'
    | 'SUNDOWN_ACTIVE_ALLOW'
    | 'SUNDOWN_TENANT_SCANS_HOUR'
  >
  readonly log: Logger
  readonly database: Database
  readonly auth: Auth
  readonly post: Post
  /** Looks for the proof of a domain. */
  readonly checkDomain: CheckDomain
  readonly events: Events
  readonly queue: Queue
  /** Everything that belongs to a tenant, on a connection of its own. */
  readonly exportTenant: Connections['exportTenant']
  readonly now: () => Date
}

export interface Asking {
  readonly requestId: string
  readonly viewer: Viewer | null
  readonly headers: Headers
  readonly signal: AbortSignal
}

/**
 * What lives as long as one request, or one event of a subscription. Whatever changes stands behind a reference, since
 * the GraphQL engine works on a shallow copy.
 */
export class Context {
  readonly app: App
  readonly requestId: string
  /** Headers of the request, as sign-in needs them. */
  readonly headers: Headers
  /** Aborts when the caller has gone. */
  readonly signal: AbortSignal
  /** Cookies to set on the answer. */
  readonly cookies: string[] = []
  private readonly acting: { viewer: Viewer | null; reading: Reading | null }
  private readonly made = new Map<unknown, unknown>()
  /** Tenants that rows were read of on a partner's behalf, with the single things among them, as `Kind id`. */
  readonly looked = new Map<string, Set<string>>()

  constructor(app: App, { requestId, viewer, headers, signal }: Asking) {
    this.app = app
    this.requestId = requestId
    this.headers = headers
    this.signal = signal
    this.acting = { viewer, reading: null }
  }

  /** A log whose lines name the request and who asks. */
  get log(): Logger {
    return this.once(requestLog)
  }

  get viewer(): Viewer | null {
    return this.acting.viewer
  }

  /** From here on the request acts for this viewer: after first sign-in, and after joining a tenant. */
  async become(viewer: Viewer): Promise<void> {
    this.acting.viewer = viewer
    this.made.clear()
    await this.close()
  }

  /**
   * Notes that rows of a tenant were read, for its audit log where the reader is a partner's.
   * @param thing what was asked for by its id, where it was one thing
   */
  saw(tenantId: string, thing?: { readonly kind: string; readonly id: string }): void {
    if (partnerIn(this.viewer, tenantId) === null) return
    const things = this.looked.get(tenantId) ?? new Set()
    this.looked.set(tenantId, things)
    if (thing) things.add(`${thing.kind} ${thing.id}`)
  }

  /** Reads in the request's one transaction, which opens with the first read. */
  async read<T>(read: (tx: Tx) => Promise<T>): Promise<T> {
    return read(await this.reading.tx())
  }

  /** Reads in the same transaction with SQL as it stands, for what is asked so often that the query language costs. */
  rows<T>(statement: Prisma.Sql): Promise<T[]> {
    return this.reading.rows(statement)
  }

  private get reading(): Reading {
    this.acting.reading ??= this.app.database.reading(reachOf(this.viewer, 'tenant.read'))
    return this.acting.reading
  }

  /**
   * A transaction of its own that commits when `write` returns and rolls back when it throws. Where the viewer reaches a
   * tenant by several ways, only those that hold `permission` open endpoints to it.
   */
  async write<T>(write: (tx: Tx) => Promise<T>, permission: Permission | null = null): Promise<T> {
    // A request holds one connection at a time, or many at once would wait for each other for good.
    await this.close()
    const result = await this.app.database.asTenants(reachOf(this.viewer, permission), write)
    // What was loaded before the write may be stale now.
    this.made.clear()
    return result
  }

  /** One value per request and maker: the place of batch loaders. */
  once<T>(make: (context: Context) => T): T {
    if (!this.made.has(make)) this.made.set(make, make(this))
    return this.made.get(make) as T
  }

  /** Gives the read transaction's connection back; a later read opens a new one. */
  async close(): Promise<void> {
    const closing = this.acting.reading
    this.acting.reading = null
    await closing?.close()
  }
}

const requestLog = ({ app, requestId, viewer }: Context): Logger => app.log.child({ requestId, viewerId: viewer?.id })

const reachOf = (viewer: Viewer | null, permission: Permission | null) => ({
  tenants: reachableTenants(viewer),
  user: viewer?.userId ?? null,
  scopes: scopesOf(viewer, permission),
})
