import { Buffer } from 'node:buffer'
import { createHmac } from 'node:crypto'

export interface CookieTraits {
  readonly name: string
  readonly path: string
  /** Seconds; 0 takes the cookie away. */
  readonly maxAge: number
  readonly secure: boolean
}

/** A cookie that scripts cannot read and other sites' forms do not send; it does come along when a link leads here. */
export function cookie(value: string, { name, path, maxAge, secure }: CookieTraits): string {
  return `${name}=${encodeURIComponent(value)}; Max-Age=${maxAge}; Path=${path}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** A value as the sign-in library signs it: `value.base64(HMAC-SHA256(value))`. */
export function signed(value: string, secret: string): string {
  return `${value}.${createHmac('sha256', secret).update(value).digest('base64')}`
}

/** A cookie of the request; null without it. */
export function cookieOf(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(/;\s*/)) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at) === name) return plain(pair.slice(at + 1))
  }
  return null
}

/** What an answer sets, in the form in which the next request would bring it. */
export const broughtBack = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')

function plain(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return Buffer.from(value).toString()
  }
}
