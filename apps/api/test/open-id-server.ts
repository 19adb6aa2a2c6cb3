import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export interface OpenIdServer {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** Who is signed in there, as the claims of the ID token; null lets nobody in. */
  account: Readonly<Record<string, unknown>> | null
  /** Redirect addresses that are registered from now on. */
  readonly register: (...redirectUris: string[]) => void
  /** Stands between the provider and its callers: may answer in its place. */
  meddle: ((request: IncomingMessage, response: ServerResponse) => boolean) | null
  readonly close: () => Promise<void>
}

/** A real OpenID provider (oidc-provider) on loopback; `path` is where its issuer lies, for instance a directory's. */
export async function startOpenId(path = '', host = '127.0.0.1'): Promise<OpenIdServer> {
  let handler: RequestListener = (_, response) => response.writeHead(503).end()
  const server = createServer((request, response) => {
    if (self.meddle?.(request, response)) return
    // As a web framework that mounts it below a path would hand it on.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(path.length) || '/' })
    handler(request, response)
  })
  await new Promise<void>((listening) => server.listen(0, host, () => listening()))
  const { port } = server.address() as AddressInfo
  const issuer = `http://${host}:${port}${path}`
  const self: OpenIdServer = {
    issuer,
    clientId: 'sundown',
    clientSecret: 'a secret with & = % + signs',
    account: null,
    meddle: null,
    register: (...redirectUris) => {
      handler = handlerOf(self, redirectUris, path)
    },
    close: () => new Promise<void>((closed) => server.close(() => closed()).closeAllConnections()),
  }
  self.register(`http://${host}:${port}/nowhere`)
  return self
}

function handlerOf(self: OpenIdServer, redirectUris: readonly string[], path: string): RequestListener {
  const names = ['email', 'email_verified', 'name', 'preferred_username', 'tid', 'oid', 'xms_edov', 'upn']
  const provider = new Provider(self.issuer, {
    clients: [
      {
        client_id: self.clientId,
        client_secret: self.clientSecret,
        redirect_uris: [...redirectUris],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    claims: { openid: ['sub', ...names], email: [], profile: [] },
    // What is asked for stands in the ID token, as other providers have it.
    conformIdTokenClaims: false,
    findAccount: async (_: unknown, id: string) => ({
      accountId: id,
      claims: async () => ({ ...self.account, sub: id }),
    }),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${path}/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ['a key of the test'] },
  })
  const answer = provider.callback()
  return async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const { params } = await provider.interactionDetails(request, response)
    if (!self.account) return provider.interactionFinished(request, response, { error: 'access_denied' })
    const accountId = String(self.account.sub)
    const grant = new provider.Grant({ accountId, clientId: params.client_id })
    grant.addOIDCScope('openid email profile')
    await provider.interactionFinished(request, response, {
      login: { accountId, remember: false },
      consent: { grantId: await grant.save() },
    })
  }
}
