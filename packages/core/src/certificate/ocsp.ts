/** A stapled OCSP response (RFC 6960, RFC 6066 section 8): what it says of the leaf, and whether it may say so. */
import { createHash, verify } from 'node:crypto'
import { BasicOCSPResponse, id_pkix_ocsp_basic, OCSPResponse, type SingleResponse } from '@peculiar/asn1-ocsp'
import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import type { Answer, CertificateDeployment, OcspFact } from '../facts.ts'
import type { ParsedCertificate } from './parse.ts'
import { parseCertificate } from './parse.ts'

type StapleFacts = Pick<CertificateDeployment, 'ocspStapled' | 'ocsp'>

/** `staple`: the DER response, null where none was given, undefined where it was not asked for. Never throws. */
export function readStaple(
  staple: Uint8Array | null | undefined,
  chain: readonly ParsedCertificate[],
  now: Date | undefined,
): StapleFacts {
  if (staple === undefined) return { ocspStapled: answer(null, 'not-asked') }
  if (staple === null || staple.length === 0) return { ocspStapled: answer(false, null) }
  return { ocspStapled: answer(true, null), ocsp: readResponse(staple, chain, now) }
}

function readResponse(der: Uint8Array, chain: readonly ParsedCertificate[], now: Date | undefined): OcspFact {
  try {
    const outer = AsnConvert.parse(der, OCSPResponse)
    const response = statuses.get(outer.responseStatus) ?? 'unreadable'
    if (response !== 'successful') return { ...nothing, response }
    if (outer.responseBytes?.responseType !== id_pkix_ocsp_basic) return nothing
    return describe(AsnConvert.parse(outer.responseBytes.response.buffer, BasicOCSPResponse), chain, now)
  } catch {
    return nothing
  }
}

function describe(basic: BasicOCSPResponse, chain: readonly ParsedCertificate[], now: Date | undefined): OcspFact {
  const leaf = chain[0]
  const issuer = chain.slice(1).find((each) => each.x509 && each.subjectKey === leaf?.issuerKey) ?? null
  const single =
    leaf && basic.tbsResponseData.responses.slice(0, maxResponses).find((each) => isAbout(each, leaf, issuer))
  return {
    response: 'successful',
    certificateStatus: single ? statusOf(single) : null,
    signatureValid: issuer && signatureValid(basic, issuer),
    fresh: single && now ? isFresh(single, now) : null,
  }
}

/** By serial number, and by the hash of the issuer's key where the issuer is known. */
function isAbout({ certID }: SingleResponse, leaf: ParsedCertificate, issuer: ParsedCertificate | null): boolean {
  if (hexInteger(certID.serialNumber) !== leaf.fact.serialNumber.replace(/^0+/, '')) return false
  if (!issuer?.x509) return true
  const hash = hashes.get(certID.hashAlgorithm.algorithm)
  if (!hash) return true
  const key = AsnConvert.parse(issuer.x509.raw, Certificate).tbsCertificate.subjectPublicKeyInfo.subjectPublicKey
  return createHash(hash).update(new Uint8Array(key)).digest().equals(Buffer.from(certID.issuerKeyHash.buffer))
}

function statusOf({ certStatus }: SingleResponse): OcspFact['certificateStatus'] {
  if (certStatus.revoked !== undefined) return 'revoked'
  return certStatus.good !== undefined ? 'good' : 'unknown'
}

/** The issuer itself, or a certificate it issued for OCSP signing (RFC 6960 section 4.2.2.2). */
function signatureValid(basic: BasicOCSPResponse, issuer: ParsedCertificate): boolean {
  const delegates = (basic.certs ?? [])
    .slice(0, maxDelegates)
    .map((each) => parseCertificate(new Uint8Array(AsnConvert.serialize(each))))
    .filter((each) => each.fact.extendedKeyUsage.includes('OCSPSigning') && issued(issuer, each))
  return [issuer, ...delegates].some((signer) => signedBy(basic, signer))
}

function issued(issuer: ParsedCertificate, child: ParsedCertificate): boolean {
  try {
    return Boolean(issuer.publicKey && child.issuerKey === issuer.subjectKey && child.x509?.verify(issuer.publicKey))
  } catch {
    return false
  }
}

function signedBy(basic: BasicOCSPResponse, { publicKey, fact }: ParsedCertificate): boolean {
  const algorithm = signatures.get(basic.signatureAlgorithm.algorithm)
  if (!publicKey || !basic.tbsResponseDataRaw || algorithm === undefined || (fact.key.bits ?? 0) > 8192) return false
  try {
    return verify(algorithm, new Uint8Array(basic.tbsResponseDataRaw), publicKey, new Uint8Array(basic.signature))
  } catch {
    return false
  }
}

function isFresh({ thisUpdate, nextUpdate }: SingleResponse, now: Date): boolean {
  return thisUpdate.getTime() <= now.getTime() + clockSkewMs && (!nextUpdate || nextUpdate.getTime() >= now.getTime())
}

function answer(value: boolean | null, reason: Answer['reason']): Answer {
  return { value, reason, evidence: [] }
}

const hexInteger = (bytes: ArrayBuffer) => Buffer.from(bytes).toString('hex').replace(/^0+/, '')

const nothing: OcspFact = { response: 'unreadable', certificateStatus: null, signatureValid: null, fresh: null }
const maxResponses = 64
const maxDelegates = 4
const clockSkewMs = 300_000

const statuses = new Map<number, OcspFact['response']>([
  [0, 'successful'],
  [1, 'malformed-request'],
  [2, 'internal-error'],
  [3, 'try-later'],
  [5, 'sig-required'],
  [6, 'unauthorized'],
])

const hashes = new Map([
  ['1.3.14.3.2.26', 'sha1'],
  ['2.16.840.1.101.3.4.2.1', 'sha256'],
  ['2.16.840.1.101.3.4.2.2', 'sha384'],
  ['2.16.840.1.101.3.4.2.3', 'sha512'],
])

/** EdDSA names no digest of its own. */
const signatures = new Map<string, string | null>([
  ['1.2.840.113549.1.1.5', 'sha1'],
  ['1.2.840.113549.1.1.11', 'sha256'],
  ['1.2.840.113549.1.1.12', 'sha384'],
  ['1.2.840.113549.1.1.13', 'sha512'],
  ['1.2.840.10045.4.1', 'sha1'],
  ['1.2.840.10045.4.3.2', 'sha256'],
  ['1.2.840.10045.4.3.3', 'sha384'],
  ['1.2.840.10045.4.3.4', 'sha512'],
  ['1.3.101.112', null],
  ['1.3.101.113', null],
])
