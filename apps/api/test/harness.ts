import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer as createNetServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type TestDatabase, testDatabase } from '@sundown/db/testing'
import type { Role } from '../src/access/roles.ts'
import { type Connections, openConnections } from '../src/connections.ts'
import type { App } from '../src/context.ts'
import { encodeId } from '../src/global-id.ts'
import { createLog } from '../src/log.ts'
import { createPost } from '../src/mail/post.ts'
import { probeGuard } from '../src/modules/endpoint/index.ts'
import { createDomainCheck } from '../src/probing/check-domain.ts'
import { createServer } from '../src/server.ts'
import { createAuth } from '../src/sign-in/auth.ts'
import { startWork } from '../src/work.ts'

export const portalUrl = 'http://localhost:3000'
export const password = 'a long enough password'

export interface Api {
  readonly url: string
  readonly app: App
  readonly connections: Connections
  readonly db: TestDatabase
  /** A caller without a session. */
  readonly nobody: Client
  readonly close: () => Promise<void>
}

export interface ApiOptions {
  /** Scans in this process too. */
  readonly worker?: boolean
  readonly allow?: readonly string[]
  /** Where active checks need no proof. */
  readonly activeAllow?: readonly string[]
  /** Where proofs of domains are looked for; the system's name servers and the usual ports unless told. */
  readonly domainCheck?: { readonly servers?: readonly string[]; readonly ports?: readonly [number, number] }
  readonly labPort?: number
  readonly labCa?: string
  readonly ratePoints?: number
  readonly scansAnHour?: number
  /** Mail server; without one, letters go to the log. */
  readonly smtpUrl?: string
}

/** The real server on a free port over a database of its own. */
export async function startApi({
  worker = false,
  allow = [],
  activeAllow = [],
  domainCheck = {},
  scansAnHour = 20_000,
  labPort = 42_440,
  labCa,
  ratePoints = 10_000_000,
  smtpUrl,
}: ApiOptions = {}): Promise<Api> {
  const db = await testDatabase()
  const log = createLog('test', (process.env.TEST_LOG_LEVEL ?? 'silent') as 'silent')
  const connections = await openConnections(db.url, log, worker)
  const env = {
    SUNDOWN_PORTAL_URL: portalUrl,
    SUNDOWN_LAB_PORT: labPort,
    SUNDOWN_LAB_CA: labCa,
    SUNDOWN_PROBE_ALLOW: [...allow],
    SUNDOWN_WORKER_SCANS: 8,
    SUNDOWN_TENANT_SCANS: 8,
    SUNDOWN_ACTIVE_ALLOW: [...activeAllow],
    SUNDOWN_KEEP_MONTHS: 0,
    SUNDOWN_ADDRESS_RATE: 1_000,
    SUNDOWN_TENANT_SCANS_HOUR: scansAnHour,
    SUNDOWN_RESOLVERS: [...(domainCheck.servers ?? [])],
  }
  const { database } = connections
  const post = createPost({ url: smtpUrl, from: 'Sundown <sundown@example.com>', log })
  const auth = createAuth({ database, portalUrl, secret: randomBytes(24).toString('hex'), log, post, allow })
  const { servers = [], ports } = domainCheck
  const checkDomain = createDomainCheck({ guard: probeGuard(env), servers, ...(ports ? { ports } : {}) })
  const app: App = { ...connections, env, auth, post, checkDomain }
  const work = worker ? await startWork({ ...connections, checkDomain }, env) : null
  const server = await createServer(app, { trustedProxies: [], ratePoints })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    app,
    connections,
    db,
    nobody: client(url),
    close: async () => {
      await server.close()
      await work?.stop()
      await post.close()
      await connections.close()
      await db.close()
    },
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever it asked for
export type Answer = { data: any; errors?: { message: string; extensions: { code: string } }[]; extensions?: any }

export interface Client {
  cookie: string
  /** Sends one operation; the answer as it came. */
  readonly ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
  /** Sends a mutation `name(input)` and asks for `fields` of its payload. */
  readonly change: (name: string, input: Record<string, unknown>, fields: string) => Promise<Answer['data']>
  /** Follows a subscription; ends with the stream, or when the reader breaks off. */
  readonly follow: (query: string, variables?: Record<string, unknown>) => AsyncGenerator<Answer>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
}

export function client(url: string, cookie = ''): Client {
  const self: Client = {
    cookie,
    post: async (path, body, headers = {}) => {
      const response = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: portalUrl, cookie: self.cookie, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      })
      const set = response.headers.getSetCookie().map((one) => one.split(';', 1)[0])
      if (set.length > 0) self.cookie = set.join('; ')
      return response
    },
    ask: async (query, variables = {}) => (await self.post('/graphql', { query, variables })).json() as Promise<Answer>,
    change: async (name, input, fields) => {
      const type = name.charAt(0).toUpperCase() + name.slice(1)
      const errors = '... on UserErrors { errors { code message path params } }'
      const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on ${type}Payload { ${fields} } ${errors} } }`
      const answer = await self.ask(query, { input })
      if (answer.errors)
        throw Object.assign(new Error(answer.errors[0]?.message), { code: answer.errors[0]?.extensions.code })
      return answer.data[name]
    },
    follow: async function* (query, variables = {}) {
      const gone = new AbortController()
      const response = await fetch(`${url}/graphql/stream`, {
        method: 'POST',
        signal: gone.signal,
        headers: { 'content-type': 'application/json', accept: 'text/event-stream', cookie: self.cookie },
        body: JSON.stringify({ query, variables }),
      })
      try {
        yield* eventsOf(response)
      } finally {
        gone.abort()
      }
    },
  }
  return self
}

async function* eventsOf(response: Response): AsyncGenerator<Answer> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true })
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const event = text.slice(0, end)
      text = text.slice(end + 2)
      const data = /^data: (.+)$/m.exec(event)?.[1]
      if (event.includes('event: next') && data) yield JSON.parse(data) as Answer
      if (event.includes('event: complete')) return
    }
  }
}

export interface Person extends Client {
  readonly userId: string
  readonly email: string
}

/** A person who has signed in by the front door. */
export async function signIn(
  { url, app }: Api,
  memberships: readonly { tenantId: string; role: Role }[] = [],
): Promise<Person> {
  const userId = `user-${randomBytes(6).toString('hex')}`
  const email = `${userId}@example.com`
  await app.database.auth.user.create({ data: { id: userId, name: 'A person', email } })
  const hash = await app.auth.hashPassword(password)
  await app.database.auth.account.create({
    data: { id: userId, accountId: userId, providerId: 'credential', userId, password: hash },
  })
  for (const { tenantId, role } of memberships)
    await app.database.asTenants({ tenants: [tenantId], user: null }, (tx) =>
      tx.member.create({ data: { tenantId, userId, role } }),
    )
  const person = client(url)
  const response = await person.post('/api/auth/sign-in/email', { email, password })
  if (!response.ok) throw new Error(`sign-in failed: ${response.status} ${await response.text()}`)
  return Object.assign(person, { userId, email })
}

export const tenantGid = (id: string): string => encodeId('Tenant', id)

/** Ports of loopback that were free a moment ago, one after the other. */
export async function freePorts(count: number): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 40_000)
    const free = await Promise.all(Array.from({ length: count }, (_, i) => isFree(first + i)))
    if (free.every(Boolean)) return first
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const server = createNetServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })

export interface Started {
  readonly child: ChildProcess
  readonly lines: string[]
  /** Exit code and how long the process took to end after the signal, in milliseconds. */
  readonly end: (signal: NodeJS.Signals) => Promise<{ code: number | null; milliseconds: number }>
}

/** One of the real processes. */
export function startProcess(entry: 'main' | 'worker' | 'lab', env: Record<string, string>): Started {
  const file = fileURLToPath(new URL(`../src/${entry}.ts`, import.meta.url))
  const child = spawn(process.execPath, [file], {
    env: { PATH: process.env.PATH ?? '', SUNDOWN_SECRET: 's'.repeat(32), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().split('\n').filter(Boolean)))
  return {
    child,
    lines,
    end: async (signal) => {
      const started = performance.now()
      if (child.exitCode === null && child.signalCode === null) {
        const exited = once(child, 'exit')
        child.kill(signal)
        await exited
      }
      return { code: child.exitCode, milliseconds: performance.now() - started }
    },
  }
}

/** Asks until the answer is truthy; the test's own time limit is the end of patience. */
export async function until<T>(ask: () => Promise<T>, pause = 100): Promise<NonNullable<T>> {
  for (;;) {
    const answer = await ask().catch(() => null)
    if (answer) return answer as NonNullable<T>
    await sleep(pause)
  }
}

/** The nth and following elements of a stream until one fits. */
export async function firstThat(stream: AsyncIterable<Answer>, fits: (answer: Answer) => boolean): Promise<Answer> {
  for await (const answer of stream) if (fits(answer)) return answer
  throw new Error('the stream ended before that')
}
