/** Facts for tests, built from what a sentence says of a server; everything unsaid is a healthy server. */
import type {
  CertificateDeployment,
  CertificateFact,
  CodePoint,
  Facts,
  FeatureId,
  ProtocolFact,
  ProtocolVersion,
  UnknownReason,
} from '../../src/facts.ts'
import { featureIds, protocolVersions, vulnerabilityIds } from '../../src/facts.ts'

export const suites = {
  ECDHE_RSA_AES_256_GCM: point(0xc030, 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'),
  ECDHE_RSA_AES_128_GCM: point(0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'),
  ECDHE_RSA_AES_256_CBC: point(0xc014, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA'),
  ECDHE_RSA_AES_128_CBC: point(0xc013, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'),
  ECDHE_RSA_AES_256_CBC384: point(0xc028, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'),
  ECDHE_RSA_AES_128_CBC256: point(0xc027, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256'),
  ECDHE_RSA_CHACHA: point(0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'),
  ECDHE_ECDSA_AES_256_GCM: point(0xc02c, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'),
  ECDHE_ECDSA_AES_128_GCM: point(0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'),
  DHE_RSA_AES_256_GCM: point(0x009f, 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384'),
  DHE_RSA_AES_128_GCM: point(0x009e, 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'),
  RSA_AES_256_GCM: point(0x009d, 'TLS_RSA_WITH_AES_256_GCM_SHA384'),
  RSA_AES_128_GCM: point(0x009c, 'TLS_RSA_WITH_AES_128_GCM_SHA256'),
  RSA_AES_256_CBC: point(0x0035, 'TLS_RSA_WITH_AES_256_CBC_SHA'),
  RSA_AES_128_CBC: point(0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA'),
  RSA_3DES: point(0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'),
  RSA_RC4: point(0x0005, 'TLS_RSA_WITH_RC4_128_SHA'),
  RSA_EXPORT_DES: point(0x0008, 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA'),
  RSA_NULL: point(0x0002, 'TLS_RSA_WITH_NULL_SHA'),
  DH_ANON: point(0x0034, 'TLS_DH_anon_WITH_AES_128_CBC_SHA'),
  TLS13_AES_256: point(0x1302, 'TLS_AES_256_GCM_SHA384'),
  TLS13_AES_128: point(0x1301, 'TLS_AES_128_GCM_SHA256'),
  TLS13_CHACHA: point(0x1303, 'TLS_CHACHA20_POLY1305_SHA256'),
} as const
export type SuiteName = keyof typeof suites

export const modern12: readonly SuiteName[] = ['ECDHE_RSA_AES_256_GCM', 'ECDHE_RSA_AES_128_GCM']
export const modern13: readonly SuiteName[] = ['TLS13_AES_256', 'TLS13_AES_128', 'TLS13_CHACHA']
export const legacySuites: readonly SuiteName[] = [
  'ECDHE_RSA_AES_256_CBC',
  'ECDHE_RSA_AES_128_CBC',
  'RSA_AES_256_CBC',
  'RSA_AES_128_CBC',
]

export type VersionChoice =
  | readonly SuiteName[]
  | { readonly unknown: UnknownReason }
  | { readonly partial: readonly SuiteName[] }

export interface FactsChoice {
  readonly versions: Partial<Record<ProtocolVersion, VersionChoice>>
  readonly certificate?: Partial<CertificateFact>
  readonly deployment?: Partial<Omit<CertificateDeployment, 'chain'>>
  readonly overrides?: Partial<Facts>
}

/** Facts of a server that accepts just these suites at these versions. */
export function buildFacts({ versions, certificate, deployment, overrides }: FactsChoice): Facts {
  const offered = protocolVersions.filter((version) => {
    const choice = versions[version]
    return choice !== undefined && !('unknown' in choice)
  })
  const old = offered.filter((version) => version !== 'TLSv1.3')
  const hasDhe = offered.some((version) => names(versions[version]).some((name) => name.startsWith('DHE')))
  return {
    schema: 'sundown.facts/1',
    status: 'OBSERVED',
    reason: null,
    protocols: protocolVersions.map((version) => protocol(version, versions[version])),
    groups: [
      { id: 29, name: 'x25519', versions: offered },
      { id: 23, name: 'secp256r1', versions: offered },
      { id: 24, name: 'secp384r1', versions: offered },
    ],
    signatureSchemes: [point(0x0804, 'rsa_pss_rsae_sha256'), point(0x0401, 'rsa_pkcs1_sha256')],
    dh: hasDhe ? { bits: 2048, knownPrime: 'ffdhe2048' } : null,
    alpn: [],
    certificates: [
      {
        serverName: 'mail.example.com',
        versions: offered,
        chain: [{ ...leaf, ...certificate }, intermediate],
        nameMatches: true,
        trust: { state: 'trusted', anchor: 'CN=Example Root', store: 'mozilla', reason: null },
        ocspStapled: { value: false, reason: null, evidence: [] },
        ...deployment,
      },
    ],
    clientCertificateCas: [],
    features: Object.fromEntries(
      featureIds.map((id) => [id, { value: healthy.has(id) && old.length > 0, reason: null, evidence: [] }]),
    ),
    vulnerabilities: vulnerabilityIds.map((id) => ({ id, state: 'not-vulnerable', reason: null, evidence: [] })),
    deviations: [],
    starttls: null,
    mailPolicy: null,
    depth: 'full',
    ...overrides,
  }
}

/** Facts of a peer that was never observed. */
export function unobserved(status: Facts['status'], reason: UnknownReason): Facts {
  return {
    ...buildFacts({ versions: {} }),
    status,
    reason,
    protocols: protocolVersions.map((version) => protocol(version, { unknown: reason })),
    groups: [],
    signatureSchemes: [],
    certificates: [],
    features: {},
    vulnerabilities: [],
  }
}

function protocol(version: ProtocolVersion, choice: VersionChoice | undefined): ProtocolFact {
  const evidence = [{ shape: 'test', answer: 'built', bytes: '' }]
  const base = { version, evidence, cipherSuites: [], preference: null }
  if (choice === undefined) return { ...base, offered: false, reason: null, enumeration: 'complete' }
  if ('unknown' in choice) return { ...base, offered: null, reason: choice.unknown, enumeration: 'none' }
  return {
    ...base,
    offered: true,
    reason: null,
    cipherSuites: names(choice).map((name) => suites[name]),
    enumeration: 'partial' in choice ? 'partial' : 'complete',
    preference: 'SERVER',
  }
}

function names(choice: VersionChoice | undefined): readonly SuiteName[] {
  if (choice === undefined || 'unknown' in choice) return []
  return 'partial' in choice ? choice.partial : choice
}

function point(id: number, name: string): CodePoint {
  return { id, name }
}

const healthy: ReadonlySet<FeatureId> = new Set([
  'secure-renegotiation',
  'extended-master-secret',
  'fallback-scsv',
  'session-ticket',
])

const leaf: CertificateFact = {
  sha256: '11'.repeat(32),
  subject: 'CN=mail.example.com',
  issuer: 'CN=Example Issuing CA',
  serialNumber: '01',
  notBefore: '2026-06-01T00:00:00Z',
  notAfter: '2027-06-01T00:00:00Z',
  dnsNames: ['mail.example.com'],
  ipAddresses: [],
  key: { algorithm: 'RSA', bits: 2048, curve: null },
  spkiSha256: '22'.repeat(32),
  signatureAlgorithm: 'sha256WithRSAEncryption',
  isCa: false,
  selfIssued: false,
  keyUsage: ['digitalSignature', 'keyEncipherment'],
  extendedKeyUsage: ['serverAuth'],
  mustStaple: false,
  sctCount: 2,
  ocspUrls: [],
  issuerUrls: [],
  der: '',
}

const intermediate: CertificateFact = {
  ...leaf,
  sha256: '33'.repeat(32),
  subject: 'CN=Example Issuing CA',
  issuer: 'CN=Example Root',
  serialNumber: '02',
  notBefore: '2020-01-01T00:00:00Z',
  notAfter: '2035-01-01T00:00:00Z',
  dnsNames: [],
  isCa: true,
  keyUsage: ['keyCertSign'],
  extendedKeyUsage: [],
  sctCount: 0,
}
