/** One certificate, DER to facts (RFC 5280). A hostile certificate is data too: what cannot be read is left empty. */
import type { KeyObject } from 'node:crypto'
import { createHash, X509Certificate } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import type { Extension } from '@peculiar/asn1-x509'
import {
  AuthorityInfoAccessSyntax,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  KeyUsage,
  NameConstraints,
  SubjectAlternativeName,
} from '@peculiar/asn1-x509'
import type { CertificateFact, KeyFact } from '../facts.ts'
import { distinguishedName } from './distinguished-name.ts'
import { foldName } from './fold-name.ts'
import { countScts } from './sct.ts'

/** Facts, with what path validation needs and no report shows. */
export interface ParsedCertificate {
  readonly fact: CertificateFact
  /** Null where OpenSSL cannot read the certificate at all; then `fact.malformed` is set. */
  readonly x509: X509Certificate | null
  readonly publicKey: KeyObject | null
  /** basicConstraints pathLenConstraint; null where there is none. */
  readonly pathLength: number | null
  readonly nameConstraints: NameConstraints | null
  /** Subject and issuer in OpenSSL's rendering, folded for comparison (RFC 5280 section 7.1). */
  readonly subjectKey: string
  readonly issuerKey: string
  /** Critical extensions that path validation here does not understand, as OIDs. */
  readonly unknownCritical: readonly string[]
}

/** Largest certificate that is read; a longer one is recorded as malformed, by its digest only. */
export const maxCertificateBytes = 131_072

/** Never throws: unreadable bytes give a fact with `malformed` and the digest. */
export function parseCertificate(der: Uint8Array): ParsedCertificate {
  const sha256 = createHash('sha256').update(der).digest('hex')
  const known = cache.get(sha256)
  if (known) return known
  const parsed = der.length > maxCertificateBytes ? unreadable(sha256, '') : read(der, sha256)
  if (cache.size >= cacheSize) cache.delete(cache.keys().next().value ?? '')
  cache.set(sha256, parsed)
  return parsed
}

/** What a certificate comes to that is not looked at. */
export function unreadCertificate(der: Uint8Array): ParsedCertificate {
  return unreadable(createHash('sha256').update(der).digest('hex'), '')
}

function read(der: Uint8Array, sha256: string): ParsedCertificate {
  const text = Buffer.from(der).toString('base64')
  const x509 = attempt(() => new X509Certificate(der))
  // OpenSSL stops at the end of the first element: trailing bytes are not part of any certificate.
  if (!x509 || x509.raw.length !== der.length) return unreadable(sha256, text)
  const asn = attempt(() => AsnConvert.parse(der, Certificate))
  const extensions: readonly Extension[] = asn?.tbsCertificate.extensions ?? []
  const { value, broken } = extensionReader(extensions)
  const publicKey = attempt(() => x509.publicKey)
  const basic = value(oid.basicConstraints, BasicConstraints)
  const names = [...(value(oid.subjectAltName, SubjectAlternativeName) ?? [])]
  const access = [...(value(oid.authorityInfoAccess, AuthorityInfoAccessSyntax) ?? [])]
  const usage = value(oid.keyUsage, KeyUsage)
  const extendedUsage = [...(value(oid.extendedKeyUsage, ExtendedKeyUsage) ?? [])]
  const nameConstraints = value(oid.nameConstraints, NameConstraints)
  const urls = (method: string) =>
    access.flatMap(({ accessMethod, accessLocation }) =>
      accessMethod === method && accessLocation.uniformResourceIdentifier
        ? [accessLocation.uniformResourceIdentifier]
        : [],
    )
  const subjectKey = foldName(x509.subject)
  const issuerKey = foldName(x509.issuer)
  const fact: CertificateFact = {
    sha256,
    subject: asn ? distinguishedName(asn.tbsCertificate.subject) : (x509.subject ?? ''),
    issuer: asn ? distinguishedName(asn.tbsCertificate.issuer) : (x509.issuer ?? ''),
    serialNumber: x509.serialNumber.toLowerCase(),
    notBefore: isoDate(x509.validFromDate),
    notAfter: isoDate(x509.validToDate),
    dnsNames: names.flatMap(({ dNSName }) => (dNSName === undefined ? [] : [dNSName])),
    ipAddresses: names.flatMap(({ iPAddress }) => (iPAddress === undefined ? [] : [iPAddress])),
    key: keyFact(publicKey),
    spkiSha256: spkiDigest(asn, publicKey),
    signatureAlgorithm: x509.signatureAlgorithm ?? asn?.signatureAlgorithm.algorithm ?? '',
    isCa: basic?.cA === true,
    selfIssued: subjectKey === issuerKey,
    keyUsage: usage ? keyUsageNames(usage) : [],
    extendedKeyUsage: extendedUsage.map((id) => extendedKeyUsageNames.get(id) ?? id),
    mustStaple: requiresStaple(extensions),
    sctCount: countScts(extensions.find(({ extnID }) => extnID === oid.sctList)?.extnValue.buffer),
    ocspUrls: urls(oid.ocsp),
    issuerUrls: urls(oid.caIssuers),
    der: text,
    ...(asn && !broken() ? {} : { malformed: true as const }),
  }
  const unknownCritical = extensions.flatMap(({ critical, extnID }) =>
    critical && !understood.has(extnID) ? [extnID] : [],
  )
  const pathLength = basic?.pathLenConstraint ?? null
  return { fact, x509, publicKey, pathLength, nameConstraints, subjectKey, issuerKey, unknownCritical }
}

function unreadable(sha256: string, der: string): ParsedCertificate {
  const fact: CertificateFact = {
    sha256,
    subject: '',
    issuer: '',
    serialNumber: '',
    notBefore: '',
    notAfter: '',
    dnsNames: [],
    ipAddresses: [],
    key: { algorithm: 'unknown', bits: null, curve: null },
    spkiSha256: '',
    signatureAlgorithm: '',
    isCa: false,
    selfIssued: false,
    keyUsage: [],
    extendedKeyUsage: [],
    mustStaple: false,
    sctCount: 0,
    ocspUrls: [],
    issuerUrls: [],
    der,
    malformed: true,
  }
  const nothing = { pathLength: null, nameConstraints: null, subjectKey: '', issuerKey: '', unknownCritical: [] }
  return { fact, x509: null, publicKey: null, ...nothing }
}

/** Reads extensions one by one, so that one that lies hides no other. */
function extensionReader(extensions: readonly Extension[]) {
  let failed = false
  const value = <T>(id: string, type: new () => T): T | null => {
    const extension = extensions.find(({ extnID }) => extnID === id)
    if (!extension) return null
    const parsed = attempt(() => AsnConvert.parse(extension.extnValue.buffer, type))
    failed ||= parsed === null
    return parsed
  }
  return { value, broken: () => failed }
}

function keyFact(key: KeyObject | null): KeyFact {
  const type = key?.asymmetricKeyType
  if (!key || !type) return { algorithm: 'unknown', bits: null, curve: null }
  const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {}
  if (type.startsWith('ml-dsa')) return { algorithm: 'ML-DSA', bits: null, curve: null }
  const curve = namedCurve === undefined ? null : (curveNames.get(namedCurve) ?? namedCurve)
  const bits = modulusLength ?? (Number(/\d{3}/.exec(curve ?? '')?.[0]) || (keyBits.get(type) ?? null))
  return { algorithm: keyAlgorithms.get(type) ?? 'unknown', bits, curve }
}

function keyUsageNames(usage: KeyUsage): readonly string[] {
  return usage.toJSON().map((name) => (name === 'crlSign' ? 'cRLSign' : name))
}

function spkiDigest(asn: Certificate | null, key: KeyObject | null): string {
  const spki =
    attempt(() => asn && AsnConvert.serialize(asn.tbsCertificate.subjectPublicKeyInfo)) ??
    attempt(() => key?.export({ type: 'spki', format: 'der' }) ?? null)
  return spki ? createHash('sha256').update(new Uint8Array(spki)).digest('hex') : ''
}

/** TLS feature extension (RFC 7633) with status_request (5): a SEQUENCE OF INTEGER, small enough to read as bytes. */
function requiresStaple(extensions: readonly Extension[]): boolean {
  const feature = extensions.find(({ extnID }) => extnID === oid.tlsFeature)
  return feature !== undefined && Buffer.from(feature.extnValue.buffer).includes(Buffer.from([0x02, 0x01, 0x05]))
}

function isoDate(date: Date | undefined): string {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : ''
}

/** Both parsers throw on bytes that they cannot read, by depth (RangeError) as well as by shape. */
function attempt<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** The same few certificates come back in every version and at every address. */
const cache = new Map<string, ParsedCertificate>()
const cacheSize = 256

const oid = {
  basicConstraints: '2.5.29.19',
  subjectAltName: '2.5.29.17',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
  nameConstraints: '2.5.29.30',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  ocsp: '1.3.6.1.5.5.7.48.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  tlsFeature: '1.3.6.1.5.5.7.1.24',
  sctList: '1.3.6.1.4.1.11129.2.4.2',
} as const

/** Policies only narrow what a path is good for; TLS peers ask for none, so they may be critical. */
const understood: ReadonlySet<string> = new Set([
  ...Object.values(oid),
  '2.5.29.14',
  '2.5.29.31',
  '2.5.29.32',
  '2.5.29.33',
  '2.5.29.35',
  '2.5.29.36',
  '2.5.29.54',
])

const extendedKeyUsageNames = new Map([
  ['1.3.6.1.5.5.7.3.1', 'serverAuth'],
  ['1.3.6.1.5.5.7.3.2', 'clientAuth'],
  ['1.3.6.1.5.5.7.3.3', 'codeSigning'],
  ['1.3.6.1.5.5.7.3.4', 'emailProtection'],
  ['1.3.6.1.5.5.7.3.8', 'timeStamping'],
  ['1.3.6.1.5.5.7.3.9', 'OCSPSigning'],
  ['2.5.29.37.0', 'anyExtendedKeyUsage'],
])

const keyAlgorithms = new Map<string, KeyFact['algorithm']>([
  ['rsa', 'RSA'],
  ['rsa-pss', 'RSA-PSS'],
  ['ec', 'EC'],
  ['ed25519', 'Ed25519'],
  ['ed448', 'Ed448'],
  ['dsa', 'DSA'],
])
const keyBits = new Map([
  ['ed25519', 256],
  ['ed448', 456],
])

/** OpenSSL's name to the one that the TLS registry uses for the same curve. */
const curveNames = new Map([
  ['prime256v1', 'secp256r1'],
  ['prime192v1', 'secp192r1'],
])
