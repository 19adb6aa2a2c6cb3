/**
 * Computes the handshake that a profile would have with a server, from stored facts; nothing is dialled.
 * The server is taken to choose as its facts show: highest common version, then its own order or the client's.
 */
import type { CodePoint, Facts, GroupFact, ProtocolFact, ProtocolVersion, UnknownReason } from '../facts.ts'
import { protocolVersions } from '../facts.ts'
import { type CipherSuiteTraits, cipherSuiteTraits } from '../rules/cipher-suite-traits.ts'
import type { Profile } from './profile.ts'

export type FailureReason = 'no-version' | 'no-cipher-suite' | 'no-group' | 'no-signature' | 'dh-size' | 'key-size'

export type Simulation =
  | {
      readonly outcome: 'connects'
      readonly version: ProtocolVersion
      readonly cipherSuite: CodePoint
      readonly group: CodePoint | null
    }
  | { readonly outcome: 'fails'; readonly reason: FailureReason; readonly version: ProtocolVersion | null }
  | { readonly outcome: 'unknown'; readonly reason: UnknownReason }

/** What would happen if `profile` connected to the server that showed these facts. Certificate trust is judged by rules. */
export function simulate(profile: Profile, facts: Facts): Simulation {
  if (facts.status !== 'OBSERVED') return { outcome: 'unknown', reason: facts.reason ?? 'unreachable' }
  const version = highestCommon(profile, facts)
  if (version === null) return { outcome: 'fails', reason: 'no-version', version: null }
  if (typeof version === 'string') return { outcome: 'unknown', reason: version }
  const found =
    version.version === 'TLSv1.3' ? handshake13(profile, facts, version) : handshake12(profile, facts, version)
  // A quick look sees the group and signature chosen for us, not those that the server could have chosen.
  const isPartial = facts.depth === 'quick' && found.outcome === 'fails' && partial.has(found.reason)
  return isPartial ? { outcome: 'unknown', reason: 'not-asked' } : found
}

const partial: ReadonlySet<string> = new Set(['no-group', 'no-signature'])

function highestCommon(profile: Profile, facts: Facts): ProtocolFact | UnknownReason | null {
  for (let i = protocolVersions.length - 1; i >= 0; i--) {
    const fact = facts.protocols[i]
    if (!fact || !profile.versions.includes(fact.version)) continue
    if (fact.offered === true) return fact
    if (fact.offered === null) return fact.reason ?? 'inconsistent'
  }
  return null
}

function handshake13(profile: Profile, facts: Facts, protocol: ProtocolFact): Simulation {
  const cipherSuite = choose(profile, protocol, () => true)
  if (!cipherSuite) return nothing(protocol, 'no-cipher-suite')
  const groups = facts.groups.filter((group) => group.versions.includes('TLSv1.3'))
  const group = sharedGroup(profile, groups)
  if (groups.length > 0 && !group) return { outcome: 'fails', reason: 'no-group', version: protocol.version }
  return certified(profile, facts, protocol, cipherSuite, group)
}

function handshake12(profile: Profile, facts: Facts, protocol: ProtocolFact): Simulation {
  const groups = facts.groups.filter((group) => group.versions.some((version) => version !== 'TLSv1.3'))
  const group = sharedGroup(profile, groups)
  const curveFits = profile.groups.length === 0 || groups.length === 0 || group !== null
  const usable = (traits: CipherSuiteTraits) =>
    (curveFits || traits.keyExchange !== 'ECDHE') &&
    signatureFits(profile, facts, protocol.version, traits) &&
    (traits.authentication !== 'ECDSA' || certificateCurveFits(profile, facts))
  const cipherSuite = choose(profile, protocol, usable)
  if (!cipherSuite) {
    const anySuite = choose(profile, protocol, () => true)
    if (!anySuite) return nothing(protocol, 'no-cipher-suite')
    return { outcome: 'fails', reason: curveFits ? 'no-signature' : 'no-group', version: protocol.version }
  }
  const traits = cipherSuiteTraits(cipherSuite)
  if (traits.keyExchange === 'DHE' && facts.dh && !dhFits(profile, facts.dh.bits))
    return { outcome: 'fails', reason: 'dh-size', version: protocol.version }
  if (traits.forwardSecret && !checksOldSignatures(profile, protocol.version))
    return { outcome: 'fails', reason: 'no-signature', version: protocol.version }
  return certified(profile, facts, protocol, cipherSuite, traits.keyExchange === 'ECDHE' ? group : null)
}

/** Before TLS 1.2 the server signs with SHA-1 whatever the client says; one that has given SHA-1 up then ends the handshake. */
const checksOldSignatures = ({ signatureSchemes }: Profile, version: ProtocolVersion): boolean =>
  version === 'TLSv1.2' || signatureSchemes === null || signatureSchemes.some((id) => id >> 8 === 2)

/** RFC 8422 section 5.1: up to TLS 1.2 the groups of a client also bound the curve of the certificate. */
function certificateCurveFits(profile: Profile, facts: Facts): boolean {
  if (profile.groups.length === 0) return true
  const curves = facts.certificates.flatMap(({ chain }) =>
    chain[0]?.key.algorithm === 'EC' ? [chain[0].key.curve] : [],
  )
  return (
    curves.length === 0 ||
    curves.some((curve) => !curve || !(curve in curveGroups) || profile.groups.includes(curveGroups[curve] ?? 0))
  )
}

const curveGroups: Readonly<Record<string, number>> = { secp256r1: 23, secp384r1: 24, secp521r1: 25 }

function certified(
  profile: Profile,
  facts: Facts,
  protocol: ProtocolFact,
  cipherSuite: CodePoint,
  group: CodePoint | null,
): Simulation {
  const keys = facts.certificates
    .filter((deployment) => deployment.versions.includes(protocol.version))
    .map((deployment) => deployment.chain[0]?.key)
  const tooSmall = keys.every(
    (key) => key?.algorithm === 'RSA' && key.bits !== null && key.bits < (profile.minRsaBits ?? 0),
  )
  if (keys.length > 0 && tooSmall) return { outcome: 'fails', reason: 'key-size', version: protocol.version }
  return {
    outcome: 'connects',
    version: protocol.version,
    cipherSuite: { id: cipherSuite.id, name: cipherSuite.name },
    group,
  }
}

/** No suite in common: a failure where the list is whole, else not known. */
function nothing(protocol: ProtocolFact, reason: FailureReason): Simulation {
  if (protocol.enumeration === 'complete') return { outcome: 'fails', reason, version: protocol.version }
  return { outcome: 'unknown', reason: protocol.reason ?? 'not-asked' }
}

function choose(
  profile: Profile,
  protocol: ProtocolFact,
  usable: (traits: CipherSuiteTraits) => boolean,
): CodePoint | null {
  const fits = (suite: CodePoint) => usable(cipherSuiteTraits(suite))
  if (protocol.preference === 'CLIENT') {
    for (const id of profile.cipherSuites) {
      const suite = protocol.cipherSuites.find((candidate) => candidate.id === id)
      if (suite && fits(suite)) return suite
    }
    return null
  }
  return protocol.cipherSuites.find((suite) => profile.cipherSuites.includes(suite.id) && fits(suite)) ?? null
}

function sharedGroup(profile: Profile, groups: readonly GroupFact[]): CodePoint | null {
  for (const id of profile.groups) {
    const group = groups.find((candidate) => candidate.id === id)
    if (group) return { id: group.id, name: group.name }
  }
  return null
}

const dhFits = (profile: Profile, bits: number): boolean =>
  bits >= (profile.dhBits.min ?? 0) && bits <= (profile.dhBits.max ?? Number.POSITIVE_INFINITY)

/**
 * Whether the peer can check a signature of the suite's kind: the low byte of a TLS 1.2 scheme names the algorithm
 * (RFC 5246 section 7.4.1.4.1), and 0x08 schemes are RSA-PSS or EdDSA (RFC 8446 section 4.2.3).
 */
function signatureFits(profile: Profile, facts: Facts, version: ProtocolVersion, traits: CipherSuiteTraits): boolean {
  if (version !== 'TLSv1.2' || !traits.forwardSecret || profile.signatureSchemes === null) return true
  if (facts.signatureSchemes.length === 0) return true
  const suits = (id: number) =>
    traits.authentication === 'ECDSA'
      ? (id & 0xff) === 3 || id === 0x0807
      : (id & 0xff) === 1 || (id >= 0x0804 && id <= 0x0806)
  const signs = facts.signatureSchemes.filter((scheme) => suits(scheme.id))
  return signs.length === 0 || signs.some((scheme) => profile.signatureSchemes?.includes(scheme.id))
}
