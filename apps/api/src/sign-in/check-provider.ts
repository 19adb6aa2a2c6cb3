import { X509Certificate } from 'node:crypto'
import * as client from 'openid-client'
import { NotAnswered, type OpenId } from './open-id.ts'
import type { Provider } from './providers.ts'

/** What a test of a provider found, the first thing that is wrong. */
export const checkProblems = {
  BLOCKED: 'Its address may not be dialled from here. Next: the operator of Sundown allows it (SUNDOWN_PROBE_ALLOW).',
  NAME_NOT_FOUND: 'Its name has no address. Next: look at the issuer for a slip of the pen.',
  UNREACHABLE: 'It did not answer, or showed a certificate that is not trusted.',
  NOT_OPENID:
    'No OpenID configuration lies under the issuer. Next: copy the issuer from the provider, without the path of a page.',
  OTHER_ISSUER: 'The configuration there calls itself by another issuer. Next: use that one, `detail` names it.',
  NO_CODE_FLOW: 'It does not offer the authorization code flow.',
  NO_KEYS: 'Its keys cannot be read.',
  CLIENT_REFUSED: 'It does not know the client id, or the secret is wrong or over.',
  CERTIFICATE_EXPIRED: 'Every certificate that it signs with has expired. Next: hand in its metadata anew.',
} as const
export type CheckProblem = keyof typeof checkProblems

export interface Check {
  /** null where everything that can be tried without a person is right. */
  readonly problem: CheckProblem | null
  /** What was met instead, as the provider or the network put it. */
  readonly detail: string | null
}

/** Tries what can be tried without a person: reachable, the right issuer, keys, and whether it knows our client. */
export async function checkProvider(openId: OpenId, provider: Provider): Promise<Check> {
  if (provider.kind === 'SAML') return checkCertificates(provider)
  try {
    const config = await openId.discover(provider)
    const { response_types_supported: types, jwks_uri: keys } = config.serverMetadata()
    if (types && !types.includes('code')) return found('NO_CODE_FLOW', types.join(', '))
    if (!keys) return found('NO_KEYS')
    return await tryClient(config, keys)
  } catch (error) {
    return problemOf(error, provider)
  }
}

/** A code that nobody was given tells the two apart: a provider looks at the client before it looks at the code. */
async function tryClient(config: client.Configuration, keys: string): Promise<Check> {
  const jwks = await config[client.customFetch]?.(keys, {
    body: undefined,
    headers: {},
    method: 'GET',
    redirect: 'manual',
  })
  const published = (await jwks?.json().catch(() => null)) as { keys?: unknown } | null
  if (!jwks?.ok || !Array.isArray(published?.keys)) return found('NO_KEYS')
  const state = client.randomState()
  const url = new URL(`http://localhost/?code=sundown-test&state=${state}`)
  const { issuer, authorization_response_iss_parameter_supported: named } = config.serverMetadata()
  if (named) url.searchParams.set('iss', issuer)
  try {
    await client.authorizationCodeGrant(config, url, {
      expectedState: state,
      pkceCodeVerifier: client.randomPKCECodeVerifier(),
    })
  } catch (error) {
    if (!(error instanceof client.ResponseBodyError)) throw error
    const { error: code, error_description: words } = error
    // Entra ID refuses an unknown client in one way and a wrong secret in the other.
    if (code === 'invalid_client' || code === 'unauthorized_client') return found('CLIENT_REFUSED', words ?? code)
  }
  return { problem: null, detail: null }
}

function checkCertificates({ certificates }: Provider): Check {
  const ends = certificates.map((pem) => new X509Certificate(pem).validToDate)
  const last = ends.toSorted((a, b) => b.getTime() - a.getTime())[0]
  return last && last.getTime() > Date.now()
    ? { problem: null, detail: null }
    : found('CERTIFICATE_EXPIRED', last?.toISOString())
}

function problemOf(error: unknown, { issuer }: Provider): Check {
  const met = [error, (error as { cause?: unknown }).cause].find((one) => one instanceof NotAnswered)
  if (met instanceof NotAnswered) return found(byReason[met.reason] ?? 'UNREACHABLE', met.reason)
  const cause = (error as { cause?: { body?: { issuer?: unknown }; attribute?: unknown } }).cause
  if (cause?.attribute === 'issuer' && typeof cause.body?.issuer === 'string' && cause.body.issuer !== issuer)
    return found('OTHER_ISSUER', cause.body.issuer)
  if (error instanceof client.ClientError) return found('NOT_OPENID', error.message)
  throw error
}

const byReason: Readonly<Record<string, CheckProblem>> = {
  'blocked-by-guard': 'BLOCKED',
  'name-not-found': 'NAME_NOT_FOUND',
}

const found = (problem: CheckProblem, detail?: string): Check => ({ problem, detail: detail ?? null })
