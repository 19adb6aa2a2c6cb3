import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Database } from '@sundown/db'

export interface LiveSession {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly operator: boolean
  readonly token: string
  /** When the person signed in. */
  readonly createdAt: Date
  /** When it was last prolonged. */
  readonly updatedAt: Date
}

/**
 * The secret that a session cookie carries, if it was signed with ours: `token.base64(HMAC-SHA256(token))`, URL-encoded,
 * as the sign-in library writes it.
 */
export function signedToken(cookies: string | null, secret: string): string | null {
  return signedValue(/(?:^|;\s*)(?:__Secure-)?sundown\.session_token=([^;\s]+)/.exec(cookies ?? '')?.[1], secret)
}

/** What a cookie of the sign-in library says, if it was signed with our secret. */
export function signedValue(value: string | null | undefined, secret: string): string | null {
  if (!value) return null
  const text = plain(value)
  const at = text.lastIndexOf('.')
  const given = Buffer.from(text.slice(at + 1), 'base64')
  const right = createHmac('sha256', secret)
    .update(text.slice(0, Math.max(0, at)))
    .digest()
  return at > 0 && given.length === right.length && timingSafeEqual(given, right) ? text.slice(0, at) : null
}

/** The live session of a token in one statement; every request asks, so it goes past the library's layers. */
export async function sessionOf({ auth }: Database, token: string, now: Date): Promise<LiveSession | null> {
  const [session] = await auth.$queryRaw<LiveSession[]>`
    SELECT u."id" AS "userId", u."name", u."email", u."operator", s."token", s."createdAt", s."updatedAt"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."token" = ${token} AND s."expiresAt" > ${now}`
  return session ?? null
}

function plain(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return ''
  }
}
