import {
  type Facts,
  type ObservationStatus,
  type ProtocolFact,
  type ProtocolVersion,
  protocolVersions,
  type UnknownReason,
} from '../facts.ts'
import type { StarttlsKind } from '../target.ts'

/** Facts of a peer that could not be observed: every question is open, for one reason. */
export function unobservedFacts(
  status: ObservationStatus,
  reason: UnknownReason | null,
  { depth, starttls }: { readonly depth: Facts['depth']; readonly starttls: StarttlsKind | null },
): Facts {
  const offered = { value: null, reason, evidence: [] }
  return {
    schema: 'sundown.facts/1',
    status,
    reason,
    protocols: protocolVersions.map((version) => unknownProtocol(version, reason)),
    groups: [],
    signatureSchemes: [],
    dh: null,
    alpn: [],
    certificates: [],
    clientCertificateCas: [],
    features: {},
    vulnerabilities: [],
    deviations: [],
    starttls: starttls === null ? null : { kind: starttls, offered, banner: null },
    mailPolicy: null,
    depth,
  }
}

export function unknownProtocol(version: ProtocolVersion, reason: UnknownReason | null): ProtocolFact {
  return { version, offered: null, reason, evidence: [], cipherSuites: [], enumeration: 'none', preference: null }
}
