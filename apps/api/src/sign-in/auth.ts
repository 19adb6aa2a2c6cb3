import { setTimeout as sleep } from 'node:timers/promises'
import { prismaAdapter } from '@better-auth/prisma-adapter'
import { createAddressGuard } from '@sundown/core/guard'
import type { Database } from '@sundown/db'
import { betterAuth } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins'
import type { Logger } from 'pino'
import { z } from 'zod'
import { personOf } from '../access/person-of.ts'
import { sessionOf, signedToken, signedValue } from '../access/session-of.ts'
import type { Membership } from '../access/viewer.ts'
import { locales } from '../locale.ts'
import { letterLocale } from '../mail/letter-locale.ts'
import { changedLetter, passkeyLetter, resetLetter, verifyLetter } from '../mail/letters.ts'
import type { Post } from '../mail/post.ts'
import { createAttempts, libraryAttempts } from './attempts.ts'
import { cookie, signed } from './cookies.ts'
import { mayEnterAlone } from './enforcement.ts'
import { createEntrances } from './entrances.ts'
import { clientAddressHeader, withoutCookiesHeader } from './headers.ts'
import { createOrganisation, type Organisation } from './organisation.ts'
import { passkeys } from './passkeys.ts'
import { createSignInAudit } from './sign-in-audit.ts'
import { createSignInLock } from './sign-in-lock.ts'

export interface SignedIn {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly isOperator: boolean
}

/** A person with where they belong, and the cookies to set where the session was prolonged. */
export interface Recognised {
  readonly person: SignedIn
  readonly memberships: readonly Membership[]
  readonly cookies: readonly string[]
}

/** Sign-in behind a narrow door, so that the library can be replaced. */
export interface Auth {
  /** Answers everything under /api/auth. */
  readonly handle: (request: Request) => Promise<Response>
  /** Who the session cookie belongs to; null without a live session. */
  readonly whoIs: (headers: Headers) => Promise<Recognised | null>
  readonly hashPassword: (password: string) => Promise<string>
  /** Opens a session; answers the cookies to set, none where the person has to come through an organisation. */
  readonly signIn: (given: { email: string; password: string; headers: Headers }) => Promise<string[]>
  /** Sign-in through tenants' identity providers. */
  readonly organisation: Organisation
}

export interface AuthOptions {
  readonly database: Database
  readonly portalUrl: string
  readonly secret: string
  readonly log: Logger
  readonly post: Post
  /** CIDRs that identity providers may be asked at beside public addresses. */
  readonly allow?: readonly string[]
  readonly now?: () => Date
}

/**
 * People sign in by e-mail and password, by passkey, or through their organisation; accounts are made by set-up, by
 * invitation, and by an organisation's identity provider where its owners want that.
 */
export function createAuth({
  database,
  portalUrl,
  secret,
  log,
  post,
  allow = [],
  now = () => new Date(),
}: AuthOptions): Auth {
  const attempts = createAttempts(database, now)
  const lock = createSignInLock(attempts)
  const audit = createSignInAudit(database)
  const origins = originsOf(portalUrl)
  const tellOfChange = (user: Account, headers?: Headers) =>
    post.send(changedLetter({ to: user.email, locale: letterLocale(user.locale, headers) }))
  const organisation = createOrganisation({
    database,
    portalUrl,
    secret,
    guard: createAddressGuard({ allow }),
    audit,
    log,
    now,
    openSession: async (userId, provider, headers) => {
      const { internalAdapter, authCookies } = await library.$context
      const from = { ipAddress: headers.get(clientAddressHeader), userAgent: headers.get('user-agent') }
      const session = await internalAdapter.createSession(userId, false, { ...from, providerId: provider.id })
      const { name, attributes } = authCookies.sessionToken
      const { path = '/', maxAge = 0, secure = false } = attributes
      return [cookie(signed(session.token, secret), { name, path, maxAge, secure })]
    },
  })
  const library = betterAuth({
    appName: 'Sundown',
    baseURL: new URL(portalUrl).origin,
    basePath,
    secret,
    database: prismaAdapter(database.auth, { provider: 'postgresql', transaction: true }),
    trustedOrigins: origins,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
      resetPasswordTokenExpiresIn: hour,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }, request) => {
        const { locale } = user as Account
        // Behind the #, the secret reaches no log and no referrer.
        const link = new URL(`/reset-password#${token}`, portalUrl).href
        post.send(resetLetter({ to: user.email, locale: letterLocale(locale, request?.headers), link }))
      },
      onPasswordReset: async ({ user }, request) => {
        await lock.succeeded(user.email)
        tellOfChange(user, request?.headers)
        const headers = request?.headers ?? new Headers()
        await audit({ userId: user.id, action: 'passwordReset', headers, byPerson: true })
      },
    },
    emailVerification: {
      expiresIn: hour,
      sendVerificationEmail: async ({ user, url }, request) => {
        const { locale } = user as Account
        post.send(verifyLetter({ to: user.email, locale: letterLocale(locale, request?.headers), link: url }))
      },
    },
    user: {
      additionalFields: {
        locale: { type: 'string', required: false, input: true, validator: { input: z.enum(locales).nullish() } },
        operator: { type: 'boolean', required: false, input: false },
      },
    },
    databaseHooks: { user: { update: { before: async (change) => ({ data: plainChange(change) }) } } },
    hooks: {
      after: createAuthMiddleware(async (ctx) => {
        const user = ctx.context.session?.user
        if (!user || ctx.context.returned instanceof Error) return
        const { email, locale } = user as unknown as Account
        if (ctx.path === '/change-password') tellOfChange({ email, locale: locale ?? null }, ctx.headers)
        const change = passkeyChanges[ctx.path]
        if (change) post.send(passkeyLetter({ to: email, locale: letterLocale(locale, ctx.headers), change }))
      }),
    },
    plugins: [
      twoFactor({
        issuer: 'Sundown',
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 15 * 60 },
      }),
      passkeys({ database, portalUrl, origins }),
      organisation.plugin,
    ],
    // A quarter of an hour is how exact "last used" is. Fresh or not: what is risky asks for the password anyway.
    session: {
      expiresIn: 7 * day,
      updateAge: prolongAfter,
      freshAge: 0,
      additionalFields: { providerId: { type: 'string', required: false, input: false } },
    },
    // Sign-in is the one door that anybody may knock on; the counters are shared by all processes.
    rateLimit: {
      enabled: true,
      customStorage: libraryAttempts(attempts),
      window: 60,
      max: 300,
      customRules: {
        '/sign-in/email': { window: 60, max: 120 },
        '/two-factor/*': { window: 60, max: 120 },
        '/request-password-reset': { window: 15 * 60, max: 10 },
        '/send-verification-email': { window: 15 * 60, max: 10 },
        '/reset-password': { window: 60, max: 10 },
        '/change-password': { window: 60, max: 10 },
        '/passkey/verify-authentication': { window: 60, max: 120 },
        '/organisation/discover': { window: 60, max: 30 },
        '/organisation/begin': { window: 60, max: 30 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'sundown',
      useSecureCookies: portalUrl.startsWith('https:'),
      // Said outright, because the library's default depends on NODE_ENV.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...rest) => log[level === 'error' ? 'error' : 'warn']({ rest }, `auth: ${message}`),
    },
  })
  const sessionFrom = async (cookies: string | null) => {
    const token = signedToken(cookies, secret)
    return token ? sessionOf(database, token, now()) : null
  }
  const entrances = createEntrances({
    database,
    lock,
    audit,
    log,
    now,
    sessionFrom,
    signedValue: (value) => signedValue(value, secret),
    hasPassword: (headers, password) =>
      library.api.verifyPassword({ body: { password }, headers }).then(
        () => true,
        () => false,
      ),
  })
  return {
    organisation,
    handle: async (request) => {
      const { pathname } = new URL(request.url)
      const path = pathname.slice(basePath.length)
      const answer = await organisation.answer(request)
      if (answer) return answer
      const entrance = entrances[path]
      // What stands around a path stands around its POST; asked for in another way it would be gone round.
      if (entrance) return request.method === 'POST' ? entrance(request, library.handler) : notFound()
      // An answer that comes at its own time would tell whether there is such an account.
      if (path === '/request-password-reset')
        return (await Promise.all([library.handler(request), sleep(evenAnswerMs)]))[0]
      return library.handler(request)
    },
    whoIs: async (headers) => {
      const token = signedToken(headers.get('cookie'), secret)
      const coming = token ? await personOf(database, token, now()) : null
      if (!coming) return null
      const { userId, name, email, operator, updatedAt, memberships } = coming
      const isOld = now().getTime() - updatedAt.getTime() > prolongAfter * 1_000
      const cookies =
        isOld && !headers.has(withoutCookiesHeader)
          ? (await library.api.getSession({ headers, asResponse: true })).headers.getSetCookie()
          : []
      return { person: { userId, name, email, isOperator: operator }, memberships, cookies }
    },
    hashPassword: async (password) => (await library.$context).password.hash(password),
    signIn: async ({ email, password, headers }) => {
      const user = await database.auth.user.findUnique({ where: { email }, select: { id: true, email: true } })
      if (user && !(await mayEnterAlone(database, user))) return []
      const response = await library.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      if (!response.ok) throw new Error(`sign-in after set-up was refused with ${response.status}`)
      return response.headers.getSetCookie()
    },
  }
}

const basePath = '/api/auth'
const hour = 3_600
const day = 86_400
const prolongAfter = 15 * 60
const evenAnswerMs = 500

/** What letters need to know of a person. */
interface Account {
  readonly email: string
  readonly locale?: string | null
}

/** A name of a length that fits a line, and no picture from anywhere. */
function plainChange({ name, ...rest }: Record<string, unknown>): Record<string, unknown> {
  const short = typeof name === 'string' ? name.trim().slice(0, 100) : ''
  return { ...rest, ...(short === '' ? {} : { name: short }), ...('image' in rest ? { image: null } : {}) }
}

const passkeyChanges: Readonly<Record<string, 'added' | 'removed'>> = {
  '/passkey/verify-registration': 'added',
  '/passkey/delete-passkey': 'removed',
}

const notFound = () => new Response(null, { status: 404 })

/** The portal's origin; on a loopback host also under the other names of loopback, which people type as well. */
function originsOf(portalUrl: string): string[] {
  const url = new URL(portalUrl)
  const names = ['localhost', '127.0.0.1', '[::1]']
  if (!names.includes(url.hostname)) return [url.origin]
  return names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`)
}
