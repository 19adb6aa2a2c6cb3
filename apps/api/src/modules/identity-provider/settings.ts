import { z } from 'zod'
import { invalid } from '../../errors.ts'
import { type EntraCloud, entraClouds, entraIssuer, isDirectory } from '../../sign-in/entra.ts'
import { MetadataError, type MetadataProblem, readSamlMetadata } from '../../sign-in/saml-metadata.ts'
import type { ProviderRow } from './loaders.ts'

const client = { clientId: z.string().trim().min(1).max(200), clientSecret: z.string().trim().max(1_000).nullish() }

/** How a provider is spoken to: exactly one of the three. */
export const settingsShape = {
  openId: z.object({ issuer: z.string().trim().min(1).max(500), ...client }).nullish(),
  entra: z
    .object({
      cloud: z.enum(Object.keys(entraClouds) as [EntraCloud, ...EntraCloud[]]),
      directory: z.string().trim().min(1).max(100),
      ...client,
    })
    .nullish(),
  saml: z.object({ metadata: z.string().trim().min(1).max(200_000) }).nullish(),
}

export interface GivenSettings {
  readonly openId?: z.infer<typeof settingsShape.openId>
  readonly entra?: z.infer<typeof settingsShape.entra>
  readonly saml?: z.infer<typeof settingsShape.saml>
}

export interface Settings extends Pick<ProviderRow, 'kind' | 'issuer' | 'clientId' | 'entryPoint' | 'certificates'> {
  /** A new secret in clear; null keeps the one that is there. */
  readonly secret: string | null
}

/**
 * The columns that were meant; null where none were given.
 * @throws {DomainError} invalid
 */
export function settingsFrom({ openId, entra, saml }: GivenSettings): Settings | null {
  if ([openId, entra, saml].filter(Boolean).length > 1)
    throw invalid({ code: 'INVALID', message: 'One of openId, entra and saml.', path: [] })
  const none = { clientId: null, secret: null, entryPoint: null, certificates: [] }
  if (openId) {
    const { issuer, clientId, clientSecret } = openId
    return { ...none, kind: 'OIDC', issuer: webAddress(issuer), clientId, secret: clientSecret || null }
  }
  if (entra) {
    const { cloud, directory, clientId, clientSecret } = entra
    if (!isDirectory(directory))
      throw invalid({
        code: 'INVALID',
        message: 'The directory (tenant) ID of Entra ID is a GUID.',
        path: ['entra', 'directory'],
      })
    return { ...none, kind: 'ENTRA', issuer: entraIssuer(cloud, directory), clientId, secret: clientSecret || null }
  }
  return saml ? { ...none, kind: 'SAML', ...metadataOf(saml.metadata) } : null
}

/** HTTPS, or HTTP on this machine, which the address guard has a word in as well. */
function webAddress(issuer: string): string {
  const url = URL.parse(issuer)
  const isLoopback = url && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  const isPlain = url !== null && url.search === '' && url.hash === '' && url.username === '' && url.password === ''
  if (isPlain && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback))) return issuer
  throw invalid({
    code: 'INVALID',
    message: 'The issuer is an https address, as the provider writes it.',
    path: ['openId', 'issuer'],
  })
}

function metadataOf(text: string) {
  try {
    return { ...readSamlMetadata(text), certificates: [...readSamlMetadata(text).certificates] }
  } catch (error) {
    if (!(error instanceof MetadataError)) throw error
    throw invalid({ code: 'INVALID', message: metadataProblems[error.problem], path: ['saml', 'metadata'] })
  }
}

const metadataProblems: Record<MetadataProblem, string> = {
  NOT_XML: 'This is no XML. Hand in the metadata document of the provider, from the first < to the last >.',
  NO_PROVIDER: 'This describes no identity provider (IDPSSODescriptor).',
  SEVERAL_PROVIDERS: 'This describes several identity providers. Hand in the metadata of one.',
  NO_REDIRECT: 'The provider offers no sign-in by HTTP redirect over https.',
  NO_CERTIFICATE: 'There is no certificate in it that the provider signs with.',
}
