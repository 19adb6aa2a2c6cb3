/**
 * The contract between seeing and judging: what one peer at one address did.
 *
 * Facts hold nothing that changes while the peer does not (no clock, no random bytes, no durations), so that equal
 * peers give equal facts and history can store them once by content hash. Whether a date has passed is a rule's business.
 */
import type { StarttlsKind } from './target.ts'

export const protocolVersions = ['SSLv2', 'SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const
export type ProtocolVersion = (typeof protocolVersions)[number]

/** How the observation ended as a whole. */
export const observationStatuses = [
  'OBSERVED',
  'UNREACHABLE',
  'REFUSED',
  'TIMED_OUT',
  'NOT_TLS',
  'STARTTLS_REFUSED',
  'BLOCKED',
] as const
export type ObservationStatus = (typeof observationStatuses)[number]

/** Why a question has no answer. Closed: a new reason is added here and explained in the report texts. */
export const unknownReasons = [
  'not-asked',
  'not-applicable',
  'needs-permission',
  'unreachable',
  'refused',
  'reset',
  'closed',
  'timed-out',
  'budget-spent',
  'throttled',
  'not-tls',
  'malformed',
  'starttls-refused',
  'name-not-found',
  'blocked-by-guard',
  'inconsistent',
] as const
export type UnknownReason = (typeof unknownReasons)[number]

/** What proves an answer: which hello was sent and what came back first. */
export interface Evidence {
  /** Name of the hello shape, for instance `tls12-small`. */
  readonly shape: string
  /** What the peer answered, for instance `ServerHello TLSv1.2 0xc02f`, `alert fatal protocol_version`, `closed`. */
  readonly answer: string
  /** The first bytes answered, hexadecimal, at most 16 bytes, random fields left out. */
  readonly bytes: string
}

/** A three-valued answer: `null` is "could not tell", and then `reason` says why. */
export interface Answer {
  readonly value: boolean | null
  readonly reason: UnknownReason | null
  readonly evidence: readonly Evidence[]
}

export interface CodePoint {
  readonly id: number
  /** IANA name, or `0x` and the hexadecimal id where IANA has none. */
  readonly name: string
}

export interface ProtocolFact {
  readonly version: ProtocolVersion
  readonly offered: boolean | null
  readonly reason: UnknownReason | null
  readonly evidence: readonly Evidence[]
  /** Accepted suites: in the server's order where `preference` is SERVER, else by id. */
  readonly cipherSuites: readonly CodePoint[]
  /** Whether `cipherSuites` is the whole list; `none` where only the version was asked. */
  readonly enumeration: 'complete' | 'partial' | 'none'
  readonly preference: 'SERVER' | 'CLIENT' | null
}

export interface GroupFact extends CodePoint {
  readonly versions: readonly ProtocolVersion[]
}

/** Finite-field Diffie-Hellman parameters of TLS 1.2 and earlier. */
export interface DhFact {
  readonly bits: number
  /** Name of a well-known prime, for instance `ffdhe2048` or `oakley-group-14`; null for one of its own. */
  readonly knownPrime: string | null
}

export interface KeyFact {
  readonly algorithm: 'RSA' | 'RSA-PSS' | 'EC' | 'Ed25519' | 'Ed448' | 'DSA' | 'ML-DSA' | 'unknown'
  readonly bits: number | null
  readonly curve: string | null
}

/** One certificate, parsed (RFC 5280). Times are ISO 8601 in UTC. */
export interface CertificateFact {
  readonly sha256: string
  readonly subject: string
  readonly issuer: string
  readonly serialNumber: string
  readonly notBefore: string
  readonly notAfter: string
  readonly dnsNames: readonly string[]
  readonly ipAddresses: readonly string[]
  readonly key: KeyFact
  readonly spkiSha256: string
  /** For instance `sha256WithRSAEncryption`; the OID in dots where unknown. */
  readonly signatureAlgorithm: string
  readonly isCa: boolean
  readonly selfIssued: boolean
  readonly keyUsage: readonly string[]
  readonly extendedKeyUsage: readonly string[]
  readonly mustStaple: boolean
  /** Embedded signed certificate timestamps (RFC 6962). */
  readonly sctCount: number
  readonly ocspUrls: readonly string[]
  readonly issuerUrls: readonly string[]
  /** DER, base64; empty where the certificate was too large to keep. */
  readonly der: string
  /** Set where the certificate, or a part of it, could not be read; what could not be read is empty above. */
  readonly malformed?: true
}

/** What path validation stumbled over. */
export const trustProblems = [
  'no-anchor',
  'issuer-missing',
  'signature',
  'not-a-ca',
  'path-length',
  'path-too-long',
  'name-constraints',
  'extended-key-usage',
  'critical-extension',
] as const
export type TrustProblem = (typeof trustProblems)[number]

/** Path validation without looking at the clock; validity dates are judged by rules. */
export interface TrustFact {
  /** `incomplete`: an intermediate is missing and that is all that is wrong. `self-signed`: the leaf vouches for itself. */
  readonly state: 'trusted' | 'untrusted' | 'incomplete' | 'self-signed' | 'unknown'
  /** Subject of the anchor reached, and the store it came from. */
  readonly anchor: string | null
  readonly store: 'mozilla' | 'tenant' | null
  readonly reason: UnknownReason | null
  /** Why the state is not `trusted`. */
  readonly problem?: TrustProblem
  /** SHA-256 of the certificates of the path that was found, leaf to anchor. */
  readonly path?: readonly string[]
}

/** What was served beside the leaf. */
export interface ServedFact {
  /** Each certificate that belongs to the chain is issued by the next one. */
  readonly ordered: boolean
  readonly duplicates: number
  /** Certificates that no issuer link leads to from the leaf. */
  readonly unrelated: number
  readonly includesRoot: boolean
}

/**
 * A stapled OCSP response (RFC 6960). Its dates are left out: a staple is renewed every few days while the peer is the
 * same, so only whether it was fresh when observed is kept.
 */
export interface OcspFact {
  readonly response:
    | 'successful'
    | 'malformed-request'
    | 'internal-error'
    | 'try-later'
    | 'sig-required'
    | 'unauthorized'
    | 'unreadable'
  /** About the leaf; null where the response says nothing of it. */
  readonly certificateStatus: 'good' | 'revoked' | 'unknown' | null
  /** Signed by the leaf's issuer or by a responder that the issuer authorised; null where the issuer was not served. */
  readonly signatureValid: boolean | null
  readonly fresh: boolean | null
}

/** One chain that the server gave, with when it gives it. */
export interface CertificateDeployment {
  readonly serverName: string | null
  readonly versions: readonly ProtocolVersion[]
  /** As served, leaf first. */
  readonly chain: readonly CertificateFact[]
  /** RFC 9525 match of the leaf with the name asked for; null where no name was asked for. */
  readonly nameMatches: boolean | null
  readonly trust: TrustFact
  readonly served?: ServedFact
  readonly ocspStapled: Answer
  /** Present where a response was stapled. */
  readonly ocsp?: OcspFact
}

export const featureIds = [
  'secure-renegotiation',
  'client-renegotiation',
  'extended-master-secret',
  'compression',
  'fallback-scsv',
  'session-id',
  'session-ticket',
  'resumption',
  'resumption-by-id',
  'resumption-by-ticket',
  'early-data',
  'heartbeat',
  'client-certificate',
  'encrypt-then-mac',
  'ocsp-stapling',
  'sni-required',
  'chacha20-preference',
] as const
export type FeatureId = (typeof featureIds)[number]

export const vulnerabilityIds = [
  'heartbleed',
  'ccs-injection',
  'robot',
  'ticketbleed',
  'poodle',
  'poodle-tls',
  'zombie-poodle',
  'goldendoodle',
  'zero-length-padding',
  'crime',
  'drown',
  'freak',
  'logjam',
  'sweet32',
  'rc4',
  'insecure-renegotiation',
  'starttls-injection',
] as const
export type VulnerabilityId = (typeof vulnerabilityIds)[number]

export interface VulnerabilityFact {
  readonly id: VulnerabilityId
  readonly state: 'vulnerable' | 'not-vulnerable' | 'unknown'
  readonly reason: UnknownReason | null
  readonly evidence: readonly Evidence[]
}

/** Strict-Transport-Security (RFC 6797) in the answer to `HEAD /`: the first header of that name counts. */
export interface HstsFact {
  /** `invalid`: a header without a `max-age` that can be read. `unknown`: no answer, and `reason` says why. */
  readonly state: 'sent' | 'absent' | 'invalid' | 'unknown'
  /** Seconds; 0 takes the policy back. Null where none was sent. */
  readonly maxAge: number | null
  readonly includeSubDomains: boolean
  readonly preload: boolean
  readonly reason: UnknownReason | null
}

/** What every peer must bear by the RFCs, though some do not. */
export const toleranceIds = [
  'grease',
  'unknown-extension',
  'empty-last-extension',
  'higher-version',
  'hello-of-256-to-511-bytes',
  'hello-over-one-segment',
  'fragmented-hello',
] as const
export type ToleranceId = (typeof toleranceIds)[number]

/** Asked by a hello that differs in this alone from one that the same peer accepted before and after. */
export interface ToleranceFact extends Answer {
  readonly id: ToleranceId
}

/** A departure from the RFCs that was seen, kept as a fact. */
export interface DeviationFact {
  /** For instance `large-hello-intolerance`, `extension-intolerance`, `version-intolerance`, `odd-alert`. */
  readonly id: string
  readonly detail: string
}

export interface StarttlsFact {
  readonly kind: StarttlsKind
  readonly offered: Answer
  /** First line of the banner with host-specific parts kept, at most 200 characters; a hint for the stack. */
  readonly banner: string | null
}

/** What DNS and HTTPS say about the mail domain; present only where it was asked. */
export interface MailPolicyFact {
  readonly tlsa: {
    readonly records: readonly string[]
    readonly dnssec: boolean | null
    readonly matches: boolean | null
    readonly reason: UnknownReason | null
  }
  readonly mtaSts: {
    readonly mode: 'enforce' | 'testing' | 'none' | null
    readonly reason: UnknownReason | null
    /** Whether the policy names this host; present where there is a policy. */
    readonly listsHost?: boolean
  }
  readonly tlsRpt: Answer
}

/** Which CAs may issue for the name (RFC 8659), from the closest parent that says so. */
export interface CaaFact {
  readonly domain: string | null
  /** In presentation format, for instance `0 issue "ca.example"`; empty where any CA may. */
  readonly records: readonly string[]
  readonly reason: UnknownReason | null
}

export interface Facts {
  readonly schema: 'sundown.facts/1'
  readonly status: ObservationStatus
  readonly reason: UnknownReason | null
  /** Always all six, in the order of `protocolVersions`. */
  readonly protocols: readonly ProtocolFact[]
  readonly groups: readonly GroupFact[]
  readonly signatureSchemes: readonly CodePoint[]
  readonly dh: DhFact | null
  readonly alpn: readonly string[]
  readonly certificates: readonly CertificateDeployment[]
  /** Distinguished names of the CAs that the server accepts for client certificates. */
  readonly clientCertificateCas: readonly string[]
  readonly features: Readonly<Partial<Record<FeatureId, Answer>>>
  readonly vulnerabilities: readonly VulnerabilityFact[]
  readonly deviations: readonly DeviationFact[]
  /** Present where it was asked: of servers that one may ask more, and of those that were seen to mind a hello. */
  readonly tolerance?: readonly ToleranceFact[]
  readonly starttls: StarttlsFact | null
  readonly mailPolicy: MailPolicyFact | null
  /** Present where it was asked; null for an address literal. */
  readonly caa?: CaaFact | null
  /** Present where a session that the scan finished anyway could ask an HTTPS server for it. */
  readonly hsts?: HstsFact
  /** What was asked, so that silence can be told from "not asked". */
  readonly depth: 'quick' | 'full'
}
