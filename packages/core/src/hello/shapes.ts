/**
 * The ladder of hello shapes that runs before "not offered" is said. Every rung answers a wrong answer that scanners are
 * known to give: long lists that some servers refuse, hellos over 255 bytes, a missing or present SCSV, SNI that a server
 * refuses, and TLS 1.3 that is only answered to a hello of its own.
 */
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { namedGroups } from '../wire/registry/named-group.ts'
import type { VersionName } from '../wire/registry/protocol-version.ts'
import { signatureSchemes } from '../wire/registry/signature-scheme.ts'
import { ssl2Ciphers } from '../wire/registry/ssl2-cipher.ts'
import type { Offer } from './offer.ts'
import { fewSuitesOf, suitesOf, usualSuitesOf } from './suite-order.ts'

const tags = {
  SSLv2: 'ssl2',
  SSLv3: 'ssl3',
  'TLSv1.0': 'tls10',
  'TLSv1.1': 'tls11',
  'TLSv1.2': 'tls12',
  'TLSv1.3': 'tls13',
} as const

/** The most compatible hello for exactly one version. */
export function plainOffer(version: VersionName, serverName: string | null): Offer {
  const modern = version === 'TLSv1.2' || version === 'TLSv1.3'
  const extensions = version !== 'SSLv2' && version !== 'SSLv3'
  return {
    shape: tags[version],
    versions: [version],
    cipherSuites: version === 'SSLv2' ? ssl2Ciphers.map(([id]) => id) : usualSuitesOf(version),
    groups: extensions ? (version === 'TLSv1.3' ? groups13 : groups12) : [],
    keyShares: version === 'TLSv1.3' ? [x25519, secp256r1] : [],
    signatureSchemes: modern ? allSignatureSchemes : [],
    pointFormats: extensions && version !== 'TLSv1.3' ? [0, 1, 2] : [],
    serverName: extensions ? serverName : null,
    alpn: [],
    compressionMethods: [0],
    renegotiationInfo: version === 'TLSv1.3' || version === 'SSLv2' ? 'none' : 'scsv',
    fallback: false,
    flags: extensions ? (version === 'TLSv1.3' ? flags13 : flags12) : [],
    extraExtensions: [],
    padTo: null,
    extensions,
  }
}

export interface LadderOptions {
  /** Begins with what nearly every peer has in common, so that one answer tells whether those could connect. */
  readonly usualFirst?: boolean
}

/** All rungs for a version, the most telling first; the first is `plainOffer` unless told otherwise. */
export function ladder(
  version: VersionName,
  serverName: string | null,
  { usualFirst = false }: LadderOptions = {},
): readonly Offer[] {
  const all = allRungs(version, serverName)
  if (!usualFirst || (version !== 'TLSv1.2' && version !== 'TLSv1.3')) return all
  const plain = plainOffer(version, serverName)
  const cipherSuites = fewSuitesOf(version).filter((id) => cipherSuite(id)?.cipher.startsWith('AES'))
  const groups = [secp256r1, secp384r1]
  const keyShares = version === 'TLSv1.3' ? [secp256r1] : []
  return [{ ...plain, shape: `${plain.shape}-usual`, cipherSuites, groups, keyShares }, ...all]
}

function allRungs(version: VersionName, serverName: string | null): readonly Offer[] {
  const plain = plainOffer(version, serverName)
  if (version === 'SSLv2') return [plain]
  const named = (rung: string, change: Partial<Offer>): Offer => ({
    ...plain,
    ...change,
    shape: `${plain.shape}-${rung}`,
  })
  if (version === 'SSLv3') return [plain, named('small', { cipherSuites: fewSuitesOf(version) })]
  const rungs = [plain, named('small', smallChange(version))]
  if (version === 'TLSv1.0' || version === 'TLSv1.1') rungs.push(named('no-ecdsa', withoutEcdsa(plain)))
  if (version === 'TLSv1.3') rungs.push(named('with-tls12', withTls12()))
  if (version === 'TLSv1.2') rungs.push(named('all-suites', { cipherSuites: suitesOf(version) }))
  if (version === 'TLSv1.2') rungs.push(named('no-ecdsa', withoutEcdsa(plain)))
  if (version === 'TLSv1.2') rungs.push(named('no-scsv', { renegotiationInfo: 'none', flags: [] }))
  if (serverName !== null) rungs.push(named('no-sni', { serverName: null }))
  return rungs
}

/** A hello as small as the version allows: under 256 bytes with any usual name. */
function smallChange(version: Exclude<VersionName, 'SSLv2' | 'SSLv3'>): Partial<Offer> {
  const change = { cipherSuites: fewSuitesOf(version), flags: [] }
  const few = { ...change, groups: [x25519, secp256r1, 0x18, 0x19], pointFormats: version === 'TLSv1.3' ? [] : [0] }
  if (version === 'TLSv1.3') return { ...few, keyShares: [x25519], signatureSchemes: fewSignatureSchemes }
  return version === 'TLSv1.2' ? { ...few, signatureSchemes: fewSignatureSchemes } : few
}

/** HAProxy takes its ECDSA certificate for whoever can, and then refuses where it has only suites for its RSA one. */
function withoutEcdsa(plain: Offer): Partial<Offer> {
  return {
    cipherSuites: plain.cipherSuites.filter((id) => cipherSuite(id)?.authentication !== 'ECDSA'),
    signatureSchemes: plain.signatureSchemes.filter((id) => (id & 0xff) !== 0x03),
  }
}

/** Some servers speak TLS 1.3 only to a hello that would also do with TLS 1.2. */
function withTls12(): Partial<Offer> {
  return {
    versions: ['TLSv1.3', 'TLSv1.2'],
    cipherSuites: [...usualSuitesOf('TLSv1.3'), ...fewSuitesOf('TLSv1.2')],
    groups: groups12,
    pointFormats: [0],
    renegotiationInfo: 'scsv',
    flags: ['extendedMasterSecret', 'sessionTicket', 'statusRequest', 'pskKeyExchangeModes'],
  }
}

export const x25519 = 0x001d
export const secp256r1 = 0x0017
const secp384r1 = 0x0018

const usualCurves = [x25519, secp256r1, 0x001e, 0x0019, 0x0018]
const usualGroups = [...usualCurves, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104]
const groups13 = [...usualGroups, 0x001f, 0x0020, 0x0021]
/** Without ffdhe: naming those would change which DHE parameters a server shows (RFC 7919 section 4). */
const groups12 = [...usualCurves, 0x001c, 0x001b, 0x001a, 0x0016, 0x000e, 0x000d, 0x000c, 0x000b, 0x000a, 0x0009]

/** Every group that a version can use, usual ones first. */
export function groupsOf(version: VersionName): readonly number[] {
  const all = namedGroups
    .filter(({ kind, tls13 }) => (version === 'TLSv1.3' ? tls13 : kind === 'ec'))
    .map(({ id }) => id)
  const usual = usualGroups.filter((id) => all.includes(id))
  return [...usual, ...all.filter((id) => !usual.includes(id))]
}

/** SHA-384 and ECDSA stand in every hello: leaving them out hides TLS 1.3 on servers with a P-384 chain. */
export const allSignatureSchemes: readonly number[] = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601,
  0x0303, 0x0301, 0x0302, 0x0402, 0x0502, 0x0602, 0x0203, 0x0201, 0x0202,
]
const fewSignatureSchemes = [0x0403, 0x0503, 0x0804, 0x0805, 0x0401, 0x0501, 0x0601, 0x0201, 0x0203]

/** Every scheme that is known, for enumeration. */
export const knownSignatureSchemes: readonly number[] = [
  ...allSignatureSchemes,
  ...signatureSchemes.map(([id]) => id).filter((id) => !allSignatureSchemes.includes(id)),
]

const flags12 = ['extendedMasterSecret', 'encryptThenMac', 'sessionTicket', 'statusRequest'] as const
const flags13 = ['statusRequest', 'pskKeyExchangeModes'] as const
