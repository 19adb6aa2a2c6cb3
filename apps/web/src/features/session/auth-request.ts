/** Why the sign-in library refused; a code of its own that is not listed becomes FAILED. */
export const authRefusals = [
  'WRONG_PASSWORD',
  'PASSWORD_TOO_SHORT',
  'PASSWORD_TOO_LONG',
  'LINK_OVER',
  'WRONG_CODE',
  'START_AGAIN',
  'LOCKED',
  'TOO_MANY',
  'SIGNED_OUT',
  'NOT_FRESH',
  'PASSKEY_REFUSED',
  'THERE_ALREADY',
  'THROUGH_ORGANISATION',
  'PROVIDER_UNREACHABLE',
  'UNREACHABLE',
  'FAILED',
] as const
export type AuthRefusal = (typeof authRefusals)[number]

export type AuthAnswer<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly refusal: AuthRefusal }

/** Asks a path of the sign-in library; with a body it is a change. */
export async function authRequest<Data = unknown>(path: string, body?: object): Promise<AuthAnswer<Data>> {
  const response = await fetch(`/api/auth${path}`, {
    cache: 'no-store',
    ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  }).catch(() => null)
  if (response === null || response.status >= 500) return { ok: false, refusal: 'UNREACHABLE' }
  const data: unknown = await response.json().catch(() => null)
  if (response.ok) return { ok: true, data: data as Data }
  return { ok: false, refusal: refusalOf(response.status, (data as { code?: unknown } | null)?.code) }
}

/** The portal's word for a refusal of the library. */
export function refusalOf(status: number, code: unknown): AuthRefusal {
  const known = typeof code === 'string' ? codes[code] : undefined
  if (known) return known
  if (status === 429) return 'TOO_MANY'
  return status === 401 ? 'SIGNED_OUT' : 'FAILED'
}

const codes: Readonly<Record<string, AuthRefusal>> = {
  INVALID_PASSWORD: 'WRONG_PASSWORD',
  PASSWORD_TOO_SHORT: 'PASSWORD_TOO_SHORT',
  PASSWORD_TOO_LONG: 'PASSWORD_TOO_LONG',
  INVALID_TOKEN: 'LINK_OVER',
  TOKEN_EXPIRED: 'LINK_OVER',
  INVALID_CODE: 'WRONG_CODE',
  INVALID_BACKUP_CODE: 'WRONG_CODE',
  INVALID_TWO_FACTOR_COOKIE: 'START_AGAIN',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'START_AGAIN',
  ACCOUNT_TEMPORARILY_LOCKED: 'LOCKED',
  LOCKED: 'LOCKED',
  NOT_FRESH: 'NOT_FRESH',
  PASSKEY_REFUSED: 'PASSKEY_REFUSED',
  PREVIOUSLY_REGISTERED: 'THERE_ALREADY',
  THROUGH_ORGANISATION: 'THROUGH_ORGANISATION',
  PROVIDER_UNREACHABLE: 'PROVIDER_UNREACHABLE',
  ORGANISATION_OFF: 'PROVIDER_UNREACHABLE',
}
