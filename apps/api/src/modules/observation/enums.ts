import type {
  FeatureId,
  ObservationStatus,
  ProtocolVersion,
  TrustFact,
  UnknownReason,
  VulnerabilityFact,
  VulnerabilityId,
} from '@sundown/core/facts'
import { describedEnum } from '../../graphql/enum.ts'

export const ObservationStatusEnum = describedEnum<ObservationStatus>(
  'ObservationStatus',
  'How the observation of one address ended.',
  {
    OBSERVED: 'Handshakes were seen.',
    UNREACHABLE: 'No route, no answer or no such name.',
    REFUSED: 'The port is closed.',
    TIMED_OUT: 'Too slow.',
    NOT_TLS: 'Something that is not TLS answered.',
    STARTTLS_REFUSED: 'The server refused to start TLS.',
    BLOCKED: 'The address guard forbids the address.',
  },
)

export const UnknownReasonEnum = describedEnum<UnknownReason>('UnknownReason', 'Why a question has no answer.', {
  'not-asked': 'It was not asked in this scan.',
  'not-applicable': 'The question does not apply here.',
  'needs-permission': 'The test is active and has not been allowed.',
  unreachable: 'The address could not be reached.',
  refused: 'The connection was refused.',
  reset: 'The connection was reset.',
  closed: 'The peer closed without an answer.',
  'timed-out': 'There was no answer in time.',
  'budget-spent': 'The scan’s budget was spent.',
  throttled: 'The peer asked to slow down.',
  'not-tls': 'What answered does not speak TLS.',
  malformed: 'The answer did not follow the protocol.',
  'starttls-refused': 'STARTTLS was refused.',
  'name-not-found': 'The name does not exist in DNS.',
  'blocked-by-guard': 'The address is not one that may be scanned.',
  inconsistent: 'The answers contradict each other.',
})

export const ProtocolVersionEnum = describedEnum<ProtocolVersion>('ProtocolVersion', 'A version of SSL or TLS.', {
  SSLv2: 'SSL 2.0.',
  SSLv3: 'SSL 3.0 (RFC 6101).',
  'TLSv1.0': 'TLS 1.0 (RFC 2246).',
  'TLSv1.1': 'TLS 1.1 (RFC 4346).',
  'TLSv1.2': 'TLS 1.2 (RFC 5246).',
  'TLSv1.3': 'TLS 1.3 (RFC 8446).',
})

export const EnumerationEnum = describedEnum<'complete' | 'partial' | 'none'>(
  'Enumeration',
  'Whether a list of suites is the whole list.',
  { complete: 'The whole list.', partial: 'A part of it.', none: 'Only the version was asked.' },
)

export const PreferenceEnum = describedEnum<'SERVER' | 'CLIENT'>('Preference', 'Whose order decides on the suite.', {
  SERVER: 'The server`s.',
  CLIENT: 'The client`s.',
})

export const TrustStateEnum = describedEnum<TrustFact['state']>(
  'TrustState',
  'What path validation says, without looking at the clock.',
  {
    trusted: 'The chain ends at a trusted anchor.',
    untrusted: 'It does not.',
    incomplete: 'An intermediate is missing, and that is all that is wrong.',
    'self-signed': 'The leaf vouches for itself.',
    unknown: 'It could not be said.',
  },
)

export const TrustStoreEnum = describedEnum<NonNullable<TrustFact['store']>>('TrustStore', 'Where an anchor is from.', {
  mozilla: 'The public roots of Mozilla’s programme.',
  tenant: 'The tenant’s own trust anchors.',
})

export const FeatureIdEnum = describedEnum<FeatureId>('FeatureId', 'A property of the peer’s TLS.', {
  'secure-renegotiation': 'Renegotiation indication (RFC 5746).',
  'client-renegotiation': 'Renegotiation started by the client.',
  'extended-master-secret': 'Extended master secret (RFC 7627).',
  compression: 'TLS compression (RFC 3749).',
  'fallback-scsv': 'Protection from forced fall-back (RFC 7507).',
  'session-id': 'Resumption by session id.',
  'session-ticket': 'Session tickets (RFC 5077).',
  resumption: 'Resumption in any form.',
  'resumption-by-id': 'A session taken up again by its id (RFC 5246).',
  'resumption-by-ticket': 'A session taken up again by a ticket (RFC 5077, or TLS 1.3).',
  'early-data': 'TLS 1.3 early data.',
  heartbeat: 'Heartbeat (RFC 6520).',
  'client-certificate': 'Asks for a client certificate.',
  'encrypt-then-mac': 'Encrypt-then-MAC (RFC 7366).',
  'ocsp-stapling': 'Stapled OCSP answers (RFC 6066 section 8).',
  'sni-required': 'Needs a server name.',
  'chacha20-preference': 'Prefers ChaCha20 where the client does.',
})

export const VulnerabilityIdEnum = describedEnum<VulnerabilityId>('VulnerabilityId', 'A known weakness.', {
  heartbleed: 'CVE-2014-0160.',
  'ccs-injection': 'CVE-2014-0224.',
  robot: 'Return of Bleichenbacher’s oracle threat.',
  ticketbleed: 'CVE-2016-9244.',
  poodle: 'CVE-2014-3566, SSL 3.0 padding.',
  'poodle-tls': 'The same padding weakness in TLS.',
  'zombie-poodle': 'Padding oracle with valid MAC.',
  goldendoodle: 'Padding oracle with invalid MAC.',
  'zero-length-padding': 'CVE-2019-1559, oracle by empty records.',
  crime: 'CVE-2012-4929, TLS compression.',
  drown: 'CVE-2016-0800, through SSL 2.0.',
  freak: 'CVE-2015-0204, export RSA.',
  logjam: 'CVE-2015-4000, weak Diffie-Hellman.',
  sweet32: 'CVE-2016-2183, 64-bit block ciphers.',
  rc4: 'RC4 is accepted (RFC 7465).',
  'insecure-renegotiation': 'CVE-2009-3555.',
  'starttls-injection': 'Clear-text commands survive STARTTLS.',
})

export const VulnerabilityStateEnum = describedEnum<VulnerabilityFact['state']>(
  'VulnerabilityState',
  'What a test for a weakness found.',
  { vulnerable: 'It is there.', 'not-vulnerable': 'It is not there.', unknown: 'It could not be said.' },
)

export const DepthEnum = describedEnum<'quick' | 'full'>('ScanDepth', 'How much was asked.', {
  quick: 'What the verdict needs.',
  full: 'Everything.',
})
