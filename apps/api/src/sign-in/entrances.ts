import type { Database } from '@sundown/db'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { LiveSession } from '../access/session-of.ts'
import { broughtBack, cookieOf } from './cookies.ts'
import { mayEnterAlone } from './enforcement.ts'
import { clientAddressHeader } from './headers.ts'
import type { SignInAudit } from './sign-in-audit.ts'
import type { SignInLock } from './sign-in-lock.ts'

export interface EntrancesOptions {
  readonly database: Database
  readonly lock: SignInLock
  readonly audit: SignInAudit
  readonly log: Logger
  readonly hasPassword: (headers: Headers, password: string) => Promise<boolean>
  /** The live session that a cookie header brings. */
  readonly sessionFrom: (cookies: string | null) => Promise<LiveSession | null>
  /** The value of a cookie that the library signed, if it did. */
  readonly signedValue: (value: string | null) => string | null
  readonly now: () => Date
}

type Handler = (request: Request) => Promise<Response>

/** A path of the sign-in library, with what the product itself looks after around it. */
export type Entrance = (request: Request, handler: Handler) => Promise<Response>

/** What stands around the library's own paths: the lock, the organisation's word, a fresh look before a passkey, the audit. */
export function createEntrances(options: EntrancesOptions): Readonly<Record<string, Entrance>> {
  const { database, lock, audit, log, hasPassword, sessionFrom, signedValue, now } = options

  /** Nobody waits for it: its time would tell whether there is such an account. */
  const tellOfFailure = (userId: string | undefined, headers: Headers, by: string, action = 'signInFail') => {
    if (!userId) return
    const deed = { userId, action, headers, byPerson: false, after: { by } }
    audit(deed).catch((err: unknown) => log.error({ err }, 'could not write a failed sign-in to the audit log'))
  }
  const tellOfSession = async (response: Response, headers: Headers, by: string) => {
    const session = response.ok ? await sessionFrom(broughtBack(response)) : null
    if (session) await audit({ userId: session.userId, action: 'signIn', headers, byPerson: true, after: { by } })
  }
  const userOf = (email: string) =>
    database.auth.user.findUnique({ where: { email: email.trim().toLowerCase() }, select: { id: true, email: true } })

  const byPassword: Entrance = async (request, handler) => {
    const { headers } = request
    const given = z.object({ email: z.string() }).safeParse(await bodyOf(request))
    if (!given.success) return handler(request)
    const { email } = given.data
    if (await lock.isAddressShut(addressOf(headers))) return tooMany()
    if (await lock.isShut(email)) return refusal(429, 'LOCKED', 'Try again later.')
    const response = await handler(request)
    if (response.status === 401) {
      const isNowShut = await lock.failed(email, addressOf(headers))
      void userOf(email).then((user) => {
        tellOfFailure(user?.id, headers, 'password')
        if (isNowShut) tellOfFailure(user?.id, headers, 'password', 'signInLock')
      })
    }
    if (!response.ok) return response
    await lock.succeeded(email)
    const user = await userOf(email)
    if (user && !(await mayEnterAlone(database, user))) {
      const session = await sessionFrom(broughtBack(response))
      if (session) await database.auth.session.deleteMany({ where: { token: session.token } })
      tellOfFailure(user.id, headers, 'password, where the organisation asks for its provider')
      return refusal(403, 'THROUGH_ORGANISATION', 'Sign in through your organisation.')
    }
    await tellOfSession(response, headers, 'password')
    return response
  }

  const bySecondFactor = (by: string): Entrance => {
    return async (request, handler) => {
      const { headers } = request
      if (await lock.isAddressShut(addressOf(headers))) return tooMany()
      // Somebody who is signed in shows a code to set the second factor up.
      const present = await sessionFrom(headers.get('cookie'))
      const half = present ? null : await halfSignedIn(headers)
      const response = await handler(request)
      if (response.ok && present) await tell(present.userId, 'secondFactorEnable', headers)
      else if (response.ok) await tellOfSession(response, headers, by)
      else if (response.status === 401) {
        await lock.failedFrom(addressOf(headers))
        tellOfFailure(half ?? undefined, headers, by)
      }
      return response
    }
  }
  /** Who gave a right password a moment ago. */
  const halfSignedIn = async (headers: Headers): Promise<string | null> => {
    const cookie = cookieOf(headers, '__Secure-sundown.two_factor') ?? cookieOf(headers, 'sundown.two_factor')
    const identifier = signedValue(cookie)
    if (!identifier) return null
    return (await database.auth.verification.findFirst({ where: { identifier } }))?.value ?? null
  }

  const byPasskey: Entrance = async (request, handler) => {
    const { headers } = request
    if (await lock.isAddressShut(addressOf(headers))) return tooMany()
    const given = z.object({ response: z.object({ id: z.string() }) }).safeParse(await bodyOf(request))
    const response = await handler(request)
    await tellOfSession(response, headers, 'passkey')
    if (response.ok || response.status === 429) return response
    await lock.failedFrom(addressOf(headers))
    const credentialID = given.data?.response.id
    const key = credentialID ? await database.auth.passkey.findUnique({ where: { credentialID } }) : null
    tellOfFailure(key?.userId, headers, 'passkey')
    // One answer for a passkey that nobody has and for one that is not shown rightly.
    return response.status === 403 ? response : refusal(401, 'PASSKEY_REFUSED', 'The passkey opens nothing here.')
  }

  /** Whoever finds a browser open shall not leave a way in behind: a new passkey asks for the password, or a sign-in just now. */
  const beginPasskey: Entrance = async (request, handler) => {
    const { headers } = request
    const session = await sessionFrom(headers.get('cookie'))
    if (session && now().getTime() - session.createdAt.getTime() > freshMs) {
      const { password } = z.object({ password: z.string().max(128).catch('') }).parse((await bodyOf(request)) ?? {})
      const { email, userId } = session
      if (await lock.isShut(email)) return refusal(429, 'LOCKED', 'Try again later.')
      if (password === '') return refusal(403, 'NOT_FRESH', 'Give the password, or sign in anew.')
      if (!(await hasPassword(headers, password))) {
        await lock.failed(email, addressOf(headers))
        tellOfFailure(userId, headers, 'password, for a new passkey')
        return refusal(400, 'INVALID_PASSWORD', 'This is not the password.')
      }
    }
    const asked = new Headers(headers)
    asked.delete('content-type')
    return handler(new Request(request.url, { method: 'GET', headers: asked }))
  }

  const tell = (
    userId: string,
    action: string,
    headers: Headers,
    rest: { subject?: { kind: string; id: string } } = {},
  ) => audit({ userId, action, headers, byPerson: true, ...rest })

  /** A change to the own account that goes on to the tenants' audit logs. */
  const told =
    (action: string, kind?: string): Entrance =>
    async (request, handler) => {
      const { headers } = request
      const id = z.object({ id: z.string() }).safeParse(await bodyOf(request)).data?.id
      const session = await sessionFrom(headers.get('cookie'))
      const response = await handler(request)
      if (!response.ok || !session) return response
      const made = z.object({ id: z.string() }).safeParse(
        await response
          .clone()
          .json()
          .catch(() => null),
      ).data?.id
      const subject = kind ? { kind, id: id ?? made ?? '' } : undefined
      await tell(session.userId, action, headers, subject ? { subject } : {})
      return response
    }

  return {
    '/sign-in/email': byPassword,
    '/two-factor/verify-totp': bySecondFactor('password and code'),
    '/two-factor/verify-backup-code': bySecondFactor('password and recovery code'),
    '/two-factor/disable': told('secondFactorDisable'),
    '/two-factor/generate-backup-codes': told('recoveryCodesRenew'),
    '/passkey/verify-authentication': byPasskey,
    '/passkey/generate-register-options': beginPasskey,
    '/passkey/verify-registration': told('passkeyAdd', 'Passkey'),
    '/passkey/update-passkey': told('passkeyRename', 'Passkey'),
    '/passkey/delete-passkey': told('passkeyRemove', 'Passkey'),
    '/change-password': told('passwordChange'),
    '/revoke-session': told('sessionEnd'),
    '/revoke-sessions': told('sessionEnd'),
    '/revoke-other-sessions': told('sessionEnd'),
  }
}

const freshMs = 10 * 60_000

const bodyOf = (request: Request): Promise<unknown> =>
  request
    .clone()
    .json()
    .catch(() => null)

const addressOf = (headers: Headers) => headers.get(clientAddressHeader) ?? ''

const tooMany = () => refusal(429, 'TOO_MANY', 'Too many failures from this address. Try again later.')

const refusal = (status: number, code: string, message: string) => Response.json({ code, message }, { status })
