/** The facts of a peer as they would be with some versions switched off, from nothing but what was seen. */
import type { Facts, FeatureId, ProtocolFact, ProtocolVersion, VulnerabilityId } from './facts.ts'
import { type CipherSuiteTraits, cipherSuiteTraits } from './rules/cipher-suite-traits.ts'

/**
 * Takes versions away, with everything that leaves together with them: groups and certificates used nowhere else,
 * and flaws of a version or of suites that no version left accepts. What the implementation does wrong stays.
 */
export function withoutVersions(facts: Facts, versions: readonly ProtocolVersion[]): Facts {
  const stays = (version: ProtocolVersion) => !versions.includes(version)
  const protocols = facts.protocols.map((protocol) =>
    stays(protocol.version) ? protocol : { ...protocol, ...nothingOffered },
  )
  const left = protocols.filter(({ offered }) => offered === true)
  const onlyNewest = left.every(({ version }) => version === 'TLSv1.3')
  return {
    ...facts,
    protocols,
    groups: facts.groups
      .map((group) => ({ ...group, versions: group.versions.filter(stays) }))
      .filter((group) => group.versions.length > 0),
    certificates: certificatesLeft(facts, stays),
    dh: accepts(left, ({ keyExchange }) => keyExchange === 'DHE') ? facts.dh : null,
    features: onlyNewest ? withoutOldFeatures(facts) : facts.features,
    vulnerabilities: facts.vulnerabilities.map((one) =>
      one.state === 'vulnerable' && needs[one.id]?.(left) === false
        ? { ...one, state: 'not-vulnerable' as const, reason: null }
        : one,
    ),
  }
}

/** Where no certificate was seen at what stays, the ones that were seen are taken to be served there too. */
function certificatesLeft(
  { certificates }: Facts,
  stays: (version: ProtocolVersion) => boolean,
): Facts['certificates'] {
  const left = certificates
    .map((deployment) => ({ ...deployment, versions: deployment.versions.filter(stays) }))
    .filter((deployment) => deployment.versions.length > 0)
  return left.length > 0 ? left : certificates
}

/** What is left of a version that is switched off. */
export const nothingOffered = {
  offered: false,
  reason: null,
  cipherSuites: [],
  enumeration: 'complete',
  preference: null,
} as const

/** True where such a suite is accepted, and where the list is not whole enough to deny it. */
const accepts = (left: readonly ProtocolFact[], matches: (traits: CipherSuiteTraits) => boolean): boolean =>
  left.some(
    ({ enumeration, cipherSuites }) =>
      enumeration !== 'complete' || cipherSuites.some((suite) => matches(cipherSuiteTraits(suite))),
  )

const speaks =
  (...versions: ProtocolVersion[]) =>
  (left: readonly ProtocolFact[]) =>
    left.some(({ version }) => versions.includes(version))
const beforeTls13 = speaks('SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2')
const suite = (matches: (traits: CipherSuiteTraits) => boolean) => (left: readonly ProtocolFact[]) =>
  accepts(left, matches)
const cbc = suite(({ aead, cipher }) => !aead && cipher !== 'RC4' && cipher !== 'NULL')

/** What a flaw needs to be there; one without an entry is of the implementation and needs nothing. */
const needs: Readonly<Partial<Record<VulnerabilityId, (left: readonly ProtocolFact[]) => boolean>>> = {
  poodle: speaks('SSLv3'),
  drown: speaks('SSLv2'),
  robot: suite(({ keyExchange }) => keyExchange === 'RSA'),
  'poodle-tls': cbc,
  'zombie-poodle': cbc,
  goldendoodle: cbc,
  'zero-length-padding': cbc,
  crime: beforeTls13,
  freak: suite(({ exportGrade, keyExchange }) => exportGrade && keyExchange === 'RSA'),
  logjam: suite(({ keyExchange }) => keyExchange === 'DHE'),
  sweet32: suite(({ cipher }) => ['3DES', 'DES', 'IDEA', 'RC2'].includes(cipher)),
  rc4: suite(({ cipher }) => cipher === 'RC4'),
  'insecure-renegotiation': beforeTls13,
}

/** Properties of TLS 1.2 and earlier: with TLS 1.3 alone there is nothing to ask. */
const oldFeatures: readonly FeatureId[] = [
  'secure-renegotiation',
  'client-renegotiation',
  'extended-master-secret',
  'compression',
  'fallback-scsv',
  'encrypt-then-mac',
]

const withoutOldFeatures = ({ features }: Facts): Facts['features'] => ({
  ...features,
  ...Object.fromEntries(
    oldFeatures.map((id) => [id, { value: null, reason: 'not-applicable' as const, evidence: [] }]),
  ),
})
