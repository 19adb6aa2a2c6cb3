import { SAML, SamlStatusError, ValidateInResponseTo } from '@node-saml/node-saml'
import type { Identity } from './identity.ts'
import type { Provider } from './providers.ts'
import { Refused } from './refusal.ts'

/** Our side of a SAML provider; each provider has one of its own, so that no assertion for one is good for another. */
export interface Ours {
  /** Our entity id, which is also where our metadata lies. */
  readonly entityId: string
  /** Where the provider posts its answer. */
  readonly acs: string
}

type Saml = Pick<Provider, 'issuer' | 'entryPoint' | 'certificates'>

/** Where to send the browser, and the number of the request, which the answer has to name. */
export async function beginSaml(
  provider: Saml,
  ours: Ours,
): Promise<{ readonly url: (state: string) => Promise<string>; readonly requestId: string }> {
  const requestId = `_${crypto.randomUUID().replaceAll('-', '')}`
  const saml = engine(provider, ours, requestId)
  return { requestId, url: (state) => saml.getAuthorizeUrlAsync(state, undefined, {}) }
}

/**
 * Who an answer speaks of. Its assertion has to be signed itself, with SHA-2, by a certificate of the provider's settings; it
 * has to name this provider as issuer, us as audience and recipient, and the request that this visit began with.
 * @throws {Refused}
 */
export async function finishSaml(provider: Saml, ours: Ours, requestId: string, answer: string): Promise<Identity> {
  const xml = Buffer.from(answer, 'base64').toString('utf8')
  if (xml.includes('<!') || oldAlgorithms.test(xml)) throw new Refused('PROVIDER_WRONG', 'document type or SHA-1')
  const { profile } = await engine(provider, ours, requestId)
    .validatePostResponseAsync({ SAMLResponse: answer })
    .catch((cause: unknown) => {
      if (cause instanceof SamlStatusError) throw new Refused('PROVIDER_REFUSED', cause.message)
      throw new Refused('PROVIDER_WRONG', cause instanceof Error ? cause.message : undefined)
    })
  if (!profile) throw new Refused('PROVIDER_WRONG', 'no assertion')
  if (profile.issuer !== provider.issuer) throw new Refused('PROVIDER_WRONG', `issuer ${profile.issuer}`)
  confirm(profile.getAssertion?.() ?? {}, ours, requestId)
  const email = emailOf(profile)
  const lasting = profile.nameID && !profile.nameIDFormat?.endsWith(':transient')
  const subject = lasting ? profile.nameID : email
  if (!subject) throw new Refused('NO_ADDRESS')
  return { subject, email, name: nameOf(profile), verified: true }
}

function engine({ issuer, entryPoint, certificates }: Saml, { entityId, acs }: Ours, requestId: string): SAML {
  const began = new Date().toISOString()
  return new SAML({
    issuer: entityId,
    callbackUrl: acs,
    audience: entityId,
    idpIssuer: issuer,
    idpCert: [...certificates],
    entryPoint: entryPoint ?? '',
    wantAssertionsSigned: true,
    // Most providers sign the assertion alone; nothing outside it is read.
    wantAuthnResponseSigned: false,
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    acceptedClockSkewMs: 60_000,
    maxAssertionAgeMs: 10 * 60_000,
    generateUniqueId: () => requestId,
    validateInResponseTo: ValidateInResponseTo.always,
    // One visit, one request: whether it is used up is looked after where the visit is kept.
    cacheProvider: {
      saveAsync: async (_, value) => ({ value, createdAt: Date.now() }),
      getAsync: async (key) => (key === requestId ? began : null),
      removeAsync: async (key) => key,
    },
  })
}

/**
 * The bearer confirmation inside the signed assertion (SAML profiles 4.1.4.3). The library believes the unsigned envelope
 * where the assertion itself names no request, and does not look at the recipient.
 */
function confirm(document: Record<string, unknown>, { acs }: Ours, requestId: string): void {
  const bearers = each(each(each(document, 'Assertion'), 'Subject'), 'SubjectConfirmation').filter(
    (one) => attributes(one).Method === 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
  )
  const data = each(bearers, 'SubjectConfirmationData').map(attributes)
  const fits = data.some(
    ({ InResponseTo, Recipient, NotOnOrAfter }) =>
      InResponseTo === requestId && Recipient === acs && Date.parse(NotOnOrAfter ?? '') > Date.now() - 60_000,
  )
  if (!fits) throw new Refused('PROVIDER_WRONG', 'no confirmation for this request and recipient')
}

type Node = Record<string, unknown>

function each(from: Node | readonly Node[], name: string): Node[] {
  return [from].flat().flatMap((node) => [(node as Node)[name] ?? []].flat() as Node[])
}

const attributes = (node: Node) => (node.$ ?? {}) as Record<string, string | undefined>

function emailOf(profile: Record<string, unknown> & { nameID: string; nameIDFormat: string }): string | null {
  const named = emailAttributes.map((name) => [profile[name]].flat()[0]).find((value) => typeof value === 'string')
  const email = typeof named === 'string' ? named : profile.nameID
  return email?.includes('@') ? email.trim().toLowerCase() : null
}

function nameOf(profile: Record<string, unknown>): string | null {
  const text = (names: readonly string[]) =>
    names.map((name) => [profile[name]].flat()[0]).find((value): value is string => typeof value === 'string') ?? ''
  const whole = text(nameAttributes)
  return whole || `${text(givenNames)} ${text(familyNames)}`.trim() || null
}

const claims = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
const emailAttributes = [`${claims}/emailaddress`, 'urn:oid:0.9.2342.19200300.100.1.3', 'mail', 'email', 'Email']
const nameAttributes = [
  'http://schemas.microsoft.com/identity/claims/displayname',
  'urn:oid:2.16.840.1.113730.3.1.241',
  'displayName',
  'cn',
]
const givenNames = [`${claims}/givenname`, 'urn:oid:2.5.4.42', 'givenName', 'firstName']
const familyNames = [`${claims}/surname`, 'urn:oid:2.5.4.4', 'sn', 'lastName']

/** SHA-1, MD5 and shared keys in a signature, however the address of the algorithm is written. */
const oldAlgorithms =
  /(xmldsig#(?:rsa-sha1|dsa-sha1|hmac-sha1|sha1)|xmldsig-more#(?:rsa-)?md5|Algorithm\s*=\s*["'][^"']*&)/i
