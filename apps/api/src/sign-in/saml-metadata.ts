import { X509Certificate } from 'node:crypto'
import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom'

export interface SamlMetadata {
  /** The provider's entity id. */
  readonly issuer: string
  /** Where requests go, by redirect. */
  readonly entryPoint: string
  /** Certificates (PEM) that it signs with. */
  readonly certificates: readonly string[]
}

export type MetadataProblem = 'NOT_XML' | 'NO_PROVIDER' | 'SEVERAL_PROVIDERS' | 'NO_REDIRECT' | 'NO_CERTIFICATE'

/** Metadata that cannot be used, with what is wrong. */
export class MetadataError extends Error {
  readonly problem: MetadataProblem
  constructor(problem: MetadataProblem) {
    super(`unusable SAML metadata: ${problem}`)
    this.problem = problem
  }
}

/**
 * What a provider's metadata (SAML metadata 2.0) says of itself. Its signature is not looked at: an owner of the tenant
 * hands it in.
 * @throws {MetadataError}
 */
export function readSamlMetadata(text: string): SamlMetadata {
  const document = parse(text)
  const entities = [...elements(document, metadata, 'EntityDescriptor')].filter(
    (entity) => elements(entity, metadata, 'IDPSSODescriptor').length > 0,
  )
  const [entity] = entities
  if (!entity) throw new MetadataError('NO_PROVIDER')
  if (entities.length > 1) throw new MetadataError('SEVERAL_PROVIDERS')
  const [role] = elements(entity, metadata, 'IDPSSODescriptor')
  const issuer = entity.getAttribute('entityID') ?? ''
  if (!role || issuer === '') throw new MetadataError('NO_PROVIDER')
  const services = elements(role, metadata, 'SingleSignOnService')
  const entryPoint = services
    .filter((service) => service.getAttribute('Binding') === redirect)
    .map((service) => service.getAttribute('Location') ?? '')
    .find(isWebAddress)
  if (!entryPoint) throw new MetadataError('NO_REDIRECT')
  const certificates = elements(role, metadata, 'KeyDescriptor')
    .filter((key) => key.getAttribute('use') !== 'encryption')
    .flatMap((key) => elements(key, signature, 'X509Certificate').map((one) => pemOf(one.textContent ?? '')))
    .filter((pem) => pem !== null)
  if (certificates.length === 0) throw new MetadataError('NO_CERTIFICATE')
  return { issuer, entryPoint, certificates: [...new Set(certificates)] }
}

function parse(text: string): Document {
  // A document type is where entities, and with them surprises, are declared.
  if (text.includes('<!DOCTYPE') || text.length > mostCharacters) throw new MetadataError('NOT_XML')
  try {
    return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text.trim(), 'text/xml')
  } catch {
    throw new MetadataError('NOT_XML')
  }
}

const elements = (within: Document | Element, namespace: string, name: string): Element[] =>
  Array.from(within.getElementsByTagNameNS(namespace, name))

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return (
    url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && /^(localhost|127\.)/.test(url.hostname)))
  )
}

function pemOf(base64: string): string | null {
  const body = base64.replaceAll(/\s/g, '')
  const pem = `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END CERTIFICATE-----\n`
  try {
    return new X509Certificate(pem).toString()
  } catch {
    return null
  }
}

const metadata = 'urn:oasis:names:tc:SAML:2.0:metadata'
const signature = 'http://www.w3.org/2000/09/xmldsig#'
const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'
const mostCharacters = 200_000
