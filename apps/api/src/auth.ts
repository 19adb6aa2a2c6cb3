import { prismaAdapter } from '@better-auth/prisma-adapter'
import type { Database } from '@sundown/db'
import { betterAuth } from 'better-auth'
import type { Logger } from 'pino'

/** Header in which the server hands the caller's address on; what a caller sends under this name is thrown away. */
export const clientAddressHeader = 'x-sundown-client-address'

export interface SignedIn {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly isOperator: boolean
}

/** Sign-in behind a narrow door, so that the library can be replaced. */
export interface Auth {
  /** Answers everything under /api/auth. */
  readonly handle: (request: Request) => Promise<Response>
  /** Who the session cookie belongs to; null without a live session. */
  readonly whoIs: (headers: Headers) => Promise<SignedIn | null>
  readonly hashPassword: (password: string) => Promise<string>
  /** Opens a session; answers the cookies to set. */
  readonly signIn: (given: { email: string; password: string; headers: Headers }) => Promise<string[]>
}

export interface AuthOptions {
  readonly database: Database
  readonly portalUrl: string
  readonly secret: string
  readonly log: Logger
}

/** People sign in by e-mail and password; accounts are made by set-up and invitation only. */
export function createAuth({ database, portalUrl, secret, log }: AuthOptions): Auth {
  const library = betterAuth({
    appName: 'Sundown',
    baseURL: new URL(portalUrl).origin,
    basePath: '/api/auth',
    secret,
    database: prismaAdapter(database.auth, { provider: 'postgresql', transaction: true }),
    trustedOrigins: originsOf(portalUrl),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        locale: { type: 'string', required: false, input: true },
        operator: { type: 'boolean', required: false, input: false },
      },
    },
    session: { expiresIn: 7 * day, updateAge: day },
    // Sign-in is the one door that anybody may knock on; the counters are shared by all processes.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 300,
      customRules: { '/sign-in/email': { window: 60, max: 20 }, '/get-session': false },
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
  return {
    handle: library.handler,
    whoIs: async (headers) => {
      if (!headers.get('cookie')?.includes('session_token')) return null
      const found = await library.api.getSession({ headers })
      if (!found) return null
      const { id, name, email, operator } = found.user
      return { userId: id, name, email, isOperator: operator === true }
    },
    hashPassword: async (password) => (await library.$context).password.hash(password),
    signIn: async ({ email, password, headers }) => {
      const response = await library.api.signInEmail({ body: { email, password }, headers, asResponse: true })
      if (!response.ok) throw new Error(`sign-in after set-up was refused with ${response.status}`)
      return response.headers.getSetCookie()
    },
  }
}

const day = 86_400

/** The portal's origin; on a loopback host also under the other names of loopback, which people type as well. */
function originsOf(portalUrl: string): string[] {
  const url = new URL(portalUrl)
  const names = ['localhost', '127.0.0.1', '[::1]']
  if (!names.includes(url.hostname)) return [url.origin]
  return names.map((name) => `${url.protocol}//${name}${url.port ? `:${url.port}` : ''}`)
}
