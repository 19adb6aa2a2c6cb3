import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inflateRawSync } from 'node:zlib'
import * as x509 from '@peculiar/x509'
import samlp from 'samlp'

export interface SamlServer {
  readonly entityId: string
  /** Its metadata document. */
  readonly metadata: string
  /** Who is signed in there. */
  account: { readonly id: string; readonly email: string } | null
  /** What it does differently from a right provider; names are samlp's. */
  odd: Readonly<Record<string, unknown>>
  readonly close: () => Promise<void>
}

/** A real SAML provider (samlp) on loopback. */
export async function startSaml(host = '127.0.0.1'): Promise<SamlServer> {
  const own = await keyPair()
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
    const { account } = self
    const send = (body: string | number) =>
      typeof body === 'number' ? response.writeHead(body).end() : response.end(String(body))
    samlp.auth({
      issuer: self.entityId,
      cert: own.cert,
      key: own.key,
      lifetimeInSeconds: 300,
      getUserFromRequest: () =>
        account && {
          id: account.id,
          emails: [{ value: account.email }],
          displayName: 'Søren Ærlig',
          name: { givenName: 'Søren', familyName: 'Ærlig' },
        },
      getPostURL: (
        _: unknown,
        document: { documentElement: { getAttribute: (name: string) => string } },
        __: unknown,
        done: (error: null, url: string) => void,
      ) => done(null, document.documentElement.getAttribute('AssertionConsumerServiceURL')),
      recipient: acsOf(url),
      nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
      ...self.odd,
    })(
      Object.assign(request, { query: Object.fromEntries(url.searchParams) }),
      Object.assign(response, { send, set: (name: string, value: string) => response.setHeader(name, value) }),
      (error: Error) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((listening) => server.listen(0, host, () => listening()))
  const { port } = server.address() as AddressInfo
  const entityId = `http://${host}:${port}/saml`
  const self: SamlServer = {
    entityId,
    metadata: metadataOf(entityId, own.cert),
    account: null,
    odd: {},
    close: () => new Promise<void>((closed) => server.close(() => closed()).closeAllConnections()),
  }
  return self
}

/** Who asked names where the answer goes; a request is deflated (SAML bindings 3.4.4.1). */
function acsOf(url: URL): string {
  const request = inflateRawSync(Buffer.from(url.searchParams.get('SAMLRequest') ?? '', 'base64')).toString()
  return /AssertionConsumerServiceURL="([^"]+)"/.exec(request)?.[1] ?? ''
}

export function metadataOf(entityId: string, cert: string): string {
  const base64 = cert.replaceAll(/-----[^-]+-----|\s/g, '')
  return `<?xml version="1.0"?>
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>
      <ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>
    <md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${entityId}"/>
  </md:IDPSSODescriptor>
</md:EntityDescriptor>`
}

/** A key with a certificate that it signed itself. */
export async function keyPair(): Promise<{ readonly cert: string; readonly key: string }> {
  const algorithm = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    publicExponent: new Uint8Array([1, 0, 1]),
    modulusLength: 2048,
  }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const cert = await x509.X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=provider.test',
      notBefore: new Date(Date.now() - 60_000),
      notAfter: new Date(Date.now() + 86_400_000),
      signingAlgorithm: algorithm,
      keys,
    },
    webcrypto,
  )
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return { cert: cert.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n` }
}
