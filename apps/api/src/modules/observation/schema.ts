import type {
  Answer,
  CertificateDeployment,
  CertificateFact,
  CodePoint,
  DeviationFact,
  DhFact,
  Evidence,
  FeatureId,
  GroupFact,
  KeyFact,
  ProtocolFact,
  StarttlsFact,
  TrustFact,
  VulnerabilityFact,
} from '@sundown/core/facts'
import { builder } from '../../graphql/builder.ts'
import { StarttlsKindEnum } from '../endpoint/index.ts'
import {
  EnumerationEnum,
  FeatureIdEnum,
  PreferenceEnum,
  ProtocolVersionEnum,
  TrustStateEnum,
  TrustStoreEnum,
  UnknownReasonEnum,
  VulnerabilityIdEnum,
  VulnerabilityStateEnum,
} from './enums.ts'

const EvidenceRef = builder.objectRef<Evidence>('Evidence').implement({
  description: 'What proves an answer: which hello was sent and what came back first.',
  fields: (t) => ({
    shape: t.exposeString('shape', { description: 'Name of the hello that was sent.' }),
    answer: t.exposeString('answer', { description: 'What the peer answered.' }),
    bytes: t.exposeString('bytes', { description: 'First bytes answered, hexadecimal, at most 16.' }),
  }),
})

const AnswerRef = builder.objectRef<Answer>('Answer').implement({
  description: 'Yes, no, or could not tell.',
  fields: (t) => ({
    value: t.exposeBoolean('value', { nullable: true, description: 'Yes or no; null for could not tell.' }),
    reason: t.expose('reason', { type: UnknownReasonEnum, nullable: true, description: 'Why it could not be told.' }),
    evidence: t.field({ type: [EvidenceRef], description: 'What proves it.', resolve: (a) => [...a.evidence] }),
  }),
})

export const CodePointRef = builder.objectRef<CodePoint>('CodePoint').implement({
  description: 'A number that IANA gave a meaning in TLS.',
  fields: (t) => ({
    id: t.exposeInt('id', { description: 'The number.' }),
    name: t.exposeString('name', { description: 'IANA`s name, or the number in hexadecimal where there is none.' }),
  }),
})

export const ProtocolRef = builder.objectRef<ProtocolFact>('Protocol').implement({
  description: 'What is known of one protocol version.',
  fields: (t) => ({
    version: t.expose('version', { type: ProtocolVersionEnum, description: 'The version.' }),
    offered: t.exposeBoolean('offered', {
      nullable: true,
      description: 'Whether the peer completes it; null for could not tell.',
    }),
    reason: t.expose('reason', { type: UnknownReasonEnum, nullable: true, description: 'Why it could not be told.' }),
    cipherSuites: t.field({
      type: [CodePointRef],
      description: 'Accepted suites: in the server’s order where it has one, else by number.',
      resolve: (protocol) => [...protocol.cipherSuites],
    }),
    enumeration: t.expose('enumeration', { type: EnumerationEnum, description: 'Whether that is the whole list.' }),
    preference: t.expose('preference', { type: PreferenceEnum, nullable: true, description: 'Whose order decides.' }),
    evidence: t.field({ type: [EvidenceRef], description: 'What proves it.', resolve: (p) => [...p.evidence] }),
  }),
})

export const GroupRef = builder.objectRef<GroupFact>('Group').implement({
  description: 'A key exchange group that the peer accepts.',
  fields: (t) => ({
    id: t.exposeInt('id', { description: 'Its number.' }),
    name: t.exposeString('name', { description: 'IANA`s name.' }),
    versions: t.field({
      type: [ProtocolVersionEnum],
      description: 'Versions it is accepted in.',
      resolve: (group) => [...group.versions],
    }),
  }),
})

export const DhRef = builder.objectRef<DhFact>('DiffieHellman').implement({
  description: 'Finite-field Diffie-Hellman parameters of TLS 1.2 and earlier.',
  fields: (t) => ({
    bits: t.exposeInt('bits', { description: 'Size of the prime.' }),
    knownPrime: t.exposeString('knownPrime', { nullable: true, description: 'Name of a well-known prime.' }),
  }),
})

const KeyRef = builder.objectRef<KeyFact>('CertificateKey').implement({
  description: 'The public key of a certificate.',
  fields: (t) => ({
    algorithm: t.exposeString('algorithm', {
      description: 'RSA, RSA-PSS, EC, Ed25519, Ed448, DSA, ML-DSA or unknown.',
    }),
    bits: t.exposeInt('bits', { nullable: true, description: 'Size.' }),
    curve: t.exposeString('curve', { nullable: true, description: 'Curve of an EC key.' }),
  }),
})

const CertificateRef = builder.objectRef<CertificateFact>('Certificate').implement({
  description: 'One certificate (RFC 5280).',
  fields: (t) => ({
    sha256: t.exposeString('sha256', { description: 'SHA-256 of the DER form, hexadecimal.' }),
    subject: t.exposeString('subject', { description: 'Distinguished name of the holder.' }),
    issuer: t.exposeString('issuer', { description: 'Distinguished name of the issuer.' }),
    serialNumber: t.exposeString('serialNumber', { description: 'Serial number, hexadecimal.' }),
    notBefore: t.field({ type: 'DateTime', description: 'Valid from.', resolve: (c) => new Date(c.notBefore) }),
    notAfter: t.field({ type: 'DateTime', description: 'Valid to.', resolve: (c) => new Date(c.notAfter) }),
    dnsNames: t.field({ type: ['String'], description: 'DNS names it is for.', resolve: (c) => [...c.dnsNames] }),
    ipAddresses: t.field({
      type: ['String'],
      description: 'Addresses it is for.',
      resolve: (c) => [...c.ipAddresses],
    }),
    key: t.expose('key', { type: KeyRef, description: 'Public key.' }),
    spkiSha256: t.exposeString('spkiSha256', { description: 'SHA-256 of the public key.' }),
    signatureAlgorithm: t.exposeString('signatureAlgorithm', { description: 'How the issuer signed it.' }),
    isCa: t.exposeBoolean('isCa', { description: 'Whether it may issue others.' }),
    selfIssued: t.exposeBoolean('selfIssued', { description: 'Whether holder and issuer are the same name.' }),
    keyUsage: t.field({ type: ['String'], description: 'Key usages.', resolve: (c) => [...c.keyUsage] }),
    extendedKeyUsage: t.field({
      type: ['String'],
      description: 'Extended key usages.',
      resolve: (c) => [...c.extendedKeyUsage],
    }),
    mustStaple: t.exposeBoolean('mustStaple', { description: 'Whether it demands a stapled OCSP answer (RFC 7633).' }),
    sctCount: t.exposeInt('sctCount', { description: 'Embedded signed certificate timestamps (RFC 6962).' }),
    ocspUrls: t.field({ type: ['String'], description: 'OCSP responders.', resolve: (c) => [...c.ocspUrls] }),
    issuerUrls: t.field({
      type: ['String'],
      description: 'Where the issuer’s certificate can be had.',
      resolve: (c) => [...c.issuerUrls],
    }),
    der: t.exposeString('der', { description: 'The certificate, DER in base64.' }),
  }),
})

const TrustRef = builder.objectRef<TrustFact>('Trust').implement({
  description: 'Where a chain leads.',
  fields: (t) => ({
    state: t.expose('state', { type: TrustStateEnum, description: 'What path validation says.' }),
    anchor: t.exposeString('anchor', { nullable: true, description: 'Subject of the anchor that was reached.' }),
    store: t.expose('store', { type: TrustStoreEnum, nullable: true, description: 'Where that anchor is from.' }),
    reason: t.expose('reason', { type: UnknownReasonEnum, nullable: true, description: 'Why it could not be said.' }),
  }),
})

export const CertificateDeploymentRef = builder.objectRef<CertificateDeployment>('CertificateDeployment').implement({
  description: 'One chain that the server gave, with when it gives it.',
  fields: (t) => ({
    serverName: t.exposeString('serverName', { nullable: true, description: 'Server name that was asked for.' }),
    versions: t.field({
      type: [ProtocolVersionEnum],
      description: 'Versions it is given in.',
      resolve: (deployment) => [...deployment.versions],
    }),
    chain: t.field({
      type: [CertificateRef],
      description: 'As served, leaf first.',
      resolve: (deployment) => [...deployment.chain],
    }),
    nameMatches: t.exposeBoolean('nameMatches', {
      nullable: true,
      description: 'Whether the leaf is for the name asked for (RFC 9525); null where none was asked for.',
    }),
    trust: t.expose('trust', { type: TrustRef, description: 'Where the chain leads.' }),
    ocspStapled: t.expose('ocspStapled', { type: AnswerRef, description: 'Whether an OCSP answer is stapled.' }),
  }),
})

export interface FeatureRow {
  readonly id: FeatureId
  readonly answer: Answer
}

export const FeatureRef = builder.objectRef<FeatureRow>('Feature').implement({
  description: 'A property of the peer’s TLS.',
  fields: (t) => ({
    id: t.expose('id', { type: FeatureIdEnum, description: 'Which.' }),
    answer: t.expose('answer', { type: AnswerRef, description: 'Whether it is so.' }),
  }),
})

export const VulnerabilityRef = builder.objectRef<VulnerabilityFact>('Vulnerability').implement({
  description: 'What a test for a known weakness found.',
  fields: (t) => ({
    id: t.expose('id', { type: VulnerabilityIdEnum, description: 'Which.' }),
    state: t.expose('state', { type: VulnerabilityStateEnum, description: 'What was found.' }),
    reason: t.expose('reason', { type: UnknownReasonEnum, nullable: true, description: 'Why it could not be said.' }),
    evidence: t.field({ type: [EvidenceRef], description: 'What proves it.', resolve: (v) => [...v.evidence] }),
  }),
})

export const DeviationRef = builder.objectRef<DeviationFact>('Deviation').implement({
  description: 'A departure from the RFCs that was seen.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Which, for instance large-hello-intolerance.' }),
    detail: t.exposeString('detail', { description: 'What was seen.' }),
  }),
})

export const StarttlsRef = builder.objectRef<StarttlsFact>('Starttls').implement({
  description: 'How the conversation before TLS went.',
  fields: (t) => ({
    kind: t.expose('kind', { type: StarttlsKindEnum, description: 'The dialect.' }),
    offered: t.expose('offered', { type: AnswerRef, description: 'Whether the server offers to start TLS.' }),
    banner: t.exposeString('banner', { nullable: true, description: 'First line of the server’s greeting.' }),
  }),
})
