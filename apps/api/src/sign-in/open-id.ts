import type { AddressGuard } from '@sundown/core/guard'
import { type GuardedAnswer, guardedRequest } from '@sundown/core/guarded-request'
import * as client from 'openid-client'
import { directoryOf } from './entra.ts'
import type { Flow } from './flows.ts'
import type { Identity } from './identity.ts'
import type { Provider } from './providers.ts'
import { Refused } from './refusal.ts'

/** The OpenID provider was asked and gave no usable answer. */
export class NotAnswered extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`the provider did not answer: ${reason}`)
    this.reason = reason
  }
}

export interface OpenIdOptions {
  readonly guard: AddressGuard
  /** The client secret of a provider, opened. */
  readonly secretOf: (provider: Provider) => string
}

export interface OpenId {
  /** What the provider publishes about itself. @throws what openid-client throws, or NotAnswered */
  readonly discover: (provider: Provider) => Promise<client.Configuration>
  readonly begin: (
    provider: Provider,
    to: { readonly callback: string; readonly email: string | null },
  ) => Promise<{ readonly url: (state: string) => string; readonly kept: Pick<Flow, 'nonce' | 'verifier'> }>
  /** @throws {Refused} */
  readonly finish: (
    provider: Provider,
    flow: Flow,
    answer: { readonly url: URL; readonly state: string },
  ) => Promise<Identity>
}

/** Sign-in by OpenID Connect: authorization code with PKCE, nonce and state; signatures are checked, TLS alone is not believed. */
export function createOpenId({ guard, secretOf }: OpenIdOptions): OpenId {
  const discover = async (provider: Provider) => {
    const issuer = new URL(provider.issuer)
    const secret = secretOf(provider)
    const config = await client.discovery(issuer, provider.clientId ?? '', undefined, client.ClientSecretPost(secret), {
      [client.customFetch]: guardedFetch(guard),
      timeout: 10,
      execute: [
        client.enableNonRepudiationChecks,
        // Only loopback may be spoken to in the clear, and only where the operator allows loopback at all.
        ...(issuer.protocol === 'http:' && isLoopback(issuer.hostname) ? [client.allowInsecureRequests] : []),
      ],
    })
    const methods = config.serverMetadata().token_endpoint_auth_methods_supported
    if (methods && !methods.includes('client_secret_post') && methods.includes('client_secret_basic'))
      return withBasic(config, provider, secret, guard)
    return config
  }
  return {
    discover,
    begin: async (provider, { callback, email }) => {
      const config = await discover(provider)
      const verifier = client.randomPKCECodeVerifier()
      const nonce = client.randomNonce()
      const parameters = {
        redirect_uri: callback,
        scope: 'openid profile email',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        nonce,
        ...(email ? { login_hint: email } : {}),
      }
      return {
        url: (state) => client.buildAuthorizationUrl(config, { ...parameters, state }).href,
        kept: { nonce, verifier },
      }
    },
    finish: async (provider, flow, { url, state }) => {
      if (url.searchParams.has('error')) throw new Refused('PROVIDER_REFUSED', url.searchParams.get('error') ?? '')
      if (!flow.nonce || !flow.verifier) throw new Refused('START_AGAIN')
      const config = await discover(provider)
      const tokens = await client.authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (!claims) throw new Refused('PROVIDER_WRONG', 'no ID token')
      return identityOf(provider, claims)
    },
  }
}

type Claims = Readonly<Record<string, unknown>> & { readonly sub: string }

/** Who an ID token speaks of. @throws {Refused} where it is of another directory than the provider's */
export function identityOf(
  { kind, issuer, ownsAddresses }: Pick<Provider, 'kind' | 'issuer' | 'ownsAddresses'>,
  claims: Claims,
): Identity {
  const name = text(claims.name)
  if (kind === 'ENTRA') {
    const directory = directoryOf(issuer)
    if (!directory || text(claims.tid) !== directory) throw new Refused('PROVIDER_WRONG', 'another directory')
    // The claim `email` may hold whatever a directory's administrator typed; the sign-in name is in a domain of the directory's.
    const owned = claims.xms_edov === true || claims.xms_edov === 1 || claims.xms_edov === '1'
    const email = owned ? text(claims.email) : (text(claims.upn) ?? text(claims.preferred_username))
    return { subject: text(claims.oid) ?? claims.sub, email: email?.toLowerCase() ?? null, name, verified: true }
  }
  const verified = claims.email_verified === true || (claims.email_verified === undefined && ownsAddresses)
  return { subject: claims.sub, email: text(claims.email)?.toLowerCase() ?? null, name, verified }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

function withBasic(config: client.Configuration, { clientId }: Provider, secret: string, guard: AddressGuard) {
  const basic = new client.Configuration(
    config.serverMetadata(),
    clientId ?? '',
    undefined,
    client.ClientSecretBasic(secret),
  )
  basic[client.customFetch] = guardedFetch(guard)
  basic.timeout = 10
  client.enableNonRepudiationChecks(basic)
  if (new URL(config.serverMetadata().issuer).protocol === 'http:') client.allowInsecureRequests(basic)
  return basic
}

/** Dials what a tenant named only where the address guard permits it. */
function guardedFetch(guard: AddressGuard): client.CustomFetch {
  return async (url, { method, headers, body }) => {
    const answer: GuardedAnswer = await guardedRequest(url, {
      guard,
      method: method === 'POST' ? 'POST' : 'GET',
      headers,
      maxBytes: 512 * 1_024,
      ...(body ? { body: String(body) } : {}),
    })
    if (!answer.answered) throw new NotAnswered(answer.reason)
    // Whatever the provider calls it: it is read as JSON, or not at all.
    return new Response(noBody.has(answer.status) ? null : answer.body, {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    })
  }
}

const noBody = new Set([204, 205, 304])
