/**
 * Microsoft's side of a connection: what its services accept and offer.
 * TLS 1.2 suites from the encryption reference of Microsoft 365, in its order of preference; rows 7 and 8 are static RSA.
 */
import { group, scheme, suite } from './code-points.ts'
import type { Profile } from './profile.ts'

/** The eight TLS 1.2 suites that Microsoft publishes for Microsoft 365, most wanted first. */
export const microsoft365Suites: readonly number[] = [
  suite.ecdheRsaAes256Gcm,
  suite.ecdheRsaAes128Gcm,
  suite.ecdheRsaAes256Sha384,
  suite.ecdheRsaAes128Sha256,
  suite.ecdheRsaAes256Sha,
  suite.ecdheRsaAes128Sha,
  suite.rsaAes256Gcm,
  suite.rsaAes128Gcm,
]

const tls13: readonly number[] = [suite.aes256Gcm13, suite.aes128Gcm13]
const schemes: readonly number[] = [
  scheme.pssSha256,
  scheme.pssSha384,
  scheme.pssSha512,
  scheme.rsaSha256,
  scheme.rsaSha384,
  scheme.ecdsaP256Sha256,
  scheme.ecdsaP384Sha384,
  scheme.rsaSha512,
]
const nist: readonly number[] = [group.p256, group.p384]
const base = {
  family: 'microsoft-365',
  versions: ['TLSv1.2', 'TLSv1.3'],
  signatureSchemes: schemes,
  groups: nist,
  sendsServerName: true,
  dhBits: { min: 1024, max: 4096 },
  minRsaBits: 2048,
  verifies: 'always',
  capturedOn: '2026-11-23',
} as const satisfies Partial<Profile>

export const peers = [
  {
    ...base,
    id: 'microsoft-365',
    name: 'Microsoft 365 (published list)',
    cipherSuites: [...tls13, ...microsoft365Suites],
    source:
      'Microsoft 365, technical reference details about encryption; TLS 1.3 stated for some services, without a list',
    sureness: 'read',
  },
  {
    ...base,
    id: 'exchange-online-smtp',
    name: 'Exchange Online (SMTP)',
    cipherSuites: [...tls13, ...microsoft365Suites],
    verifies: 'never',
    source:
      'Exchange blog 2065089 for the version; published list for suites; TLS 1.3 and groups from Received headers',
    sureness: 'memory',
  },
  {
    ...base,
    id: 'exchange-online',
    name: 'Exchange Online (hybrid, HTTPS)',
    cipherSuites: [...tls13, ...microsoft365Suites],
    source: 'Microsoft 365, technical reference details about encryption',
    sureness: 'read',
  },
  {
    ...base,
    id: 'entra-id',
    name: 'Microsoft Entra ID',
    versions: ['TLSv1.2'],
    cipherSuites: microsoft365Suites,
    source: 'Entra TLS page, which points to the B2C list for calls to your API or identity provider',
    sureness: 'read',
  },
  {
    ...base,
    id: 'front-door',
    name: 'Azure Front Door',
    cipherSuites: [
      ...tls13,
      suite.ecdheRsaAes256Gcm,
      suite.ecdheRsaAes128Gcm,
      suite.dheRsaAes256Gcm,
      suite.dheRsaAes128Gcm,
      suite.ecdheRsaAes256Sha384,
      suite.ecdheRsaAes128Sha256,
    ],
    groups: [group.p384, group.p256, group.p521],
    source: 'Azure Front Door, end-to-end TLS, 9 April 2025',
    sureness: 'read',
  },
  {
    ...base,
    id: 'graph-webhooks',
    name: 'Microsoft Graph (change notifications)',
    versions: ['TLSv1.2'],
    cipherSuites: microsoft365Suites,
    source: 'No list of its own is published; taken as the Microsoft 365 list with TLS 1.2',
    sureness: 'unsure',
  },
  {
    ...base,
    id: 'dataverse',
    name: 'Dataverse and Power Platform',
    cipherSuites: [
      ...tls13,
      suite.ecdheEcdsaAes256Gcm,
      suite.ecdheEcdsaAes128Gcm,
      suite.ecdheRsaAes256Gcm,
      suite.ecdheRsaAes128Gcm,
      suite.ecdheEcdsaAes256Sha384,
      suite.ecdheEcdsaAes128Sha256,
      suite.ecdheRsaAes256Sha384,
      suite.ecdheRsaAes128Sha256,
    ],
    source: 'Power Platform, server cipher and TLS requirements, 2 December 2024',
    sureness: 'read',
  },
] as const satisfies readonly Profile[]

export type PeerId = (typeof peers)[number]['id']

/** The profile of one Microsoft service. */
export function peerById(id: PeerId): Profile {
  const found = peers.find((peer) => peer.id === id)
  if (!found) throw new Error(`no peer ${id}`)
  return found
}
