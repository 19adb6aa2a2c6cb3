/** What a suite means to a record layer; a session is finished with the suites that this knows how to seal. */
import { getCiphers } from 'node:crypto'
import { type CipherSuite, cipherSuite, cipherSuites } from '../wire/registry/cipher-suite.ts'
import { type VersionName, wireVersions } from '../wire/registry/protocol-version.ts'
import type { PrfHash } from './secrets.ts'

export interface SuiteParameters {
  readonly id: number
  /** `other` needs what we do not have: a secret or a password agreed on before. */
  readonly keyExchange: 'RSA' | 'DHE' | 'ECDHE' | 'other'
  /** Whether the server proves itself by a certificate. */
  readonly authenticated: boolean
  readonly bulk: 'cbc' | 'gcm' | 'ccm' | 'chacha20' | 'rc4' | 'null'
  /** OpenSSL's name of the cipher; empty for RC4 and NULL. */
  readonly algorithm: string
  readonly keyLength: number
  /** Bytes of the key block that a key is made of: fewer than `keyLength` for most export suites. */
  readonly keyMaterial: number
  /** Keys are stretched as RFC 2246 section 6.3.1 tells, and RSA may use a temporary key. */
  readonly exported: boolean
  /** Block size for CBC, length of the implicit nonce for AEAD, else 0. */
  readonly ivLength: number
  /** Hash of the record MAC; empty for AEAD. */
  readonly mac: '' | 'md5' | 'sha1' | 'sha256' | 'sha384'
  readonly macLength: number
  /** Length of the AEAD tag. */
  readonly tagLength: number
}

/** Undefined for a suite that a session cannot be finished with. */
export function suiteParameters(id: number): SuiteParameters | undefined {
  return byId.get(id)
}

/** Of any suite that TLS 1.2 or earlier negotiates: enough to read the server's first flight, which no key protects. */
export function flightParameters(id: number): SuiteParameters | undefined {
  const suite = cipherSuite(id)
  if (suite === undefined || suite.since === 'TLSv1.3') return undefined
  return byId.get(id) ?? { id, keyExchange: 'other', authenticated: false, exported: false, ...noBulk, ...noMac }
}

/** The hash of the pseudo-random function: the suite's from TLS 1.2 on. */
export function prfHashOf(id: number, version: VersionName): PrfHash {
  if (version === 'SSLv3') return 'ssl3'
  if (version !== 'TLSv1.2') return 'md5-sha1'
  return cipherSuite(id)?.name.endsWith('_SHA384') ? 'sha384' : 'sha256'
}

/** Every suite that a session of this version can be finished with, by code point. */
export function sessionSuites(version: VersionName): readonly number[] {
  return [...byId.keys()].filter((id) => cipherSuite(id)?.since === 'SSLv3' || version === 'TLSv1.2')
}

/** Versions that sessions are spoken in, highest first. */
export const sessionVersions = ['TLSv1.2', 'TLSv1.1', 'TLSv1.0', 'SSLv3'] as const
export type SessionVersion = (typeof sessionVersions)[number]

export function isSessionVersion(version: VersionName): version is SessionVersion {
  return wireVersions[version] >= wireVersions.SSLv3 && wireVersions[version] <= wireVersions['TLSv1.2']
}

function describe(suite: CipherSuite): SuiteParameters | undefined {
  const { id, keyExchange, authentication, export: exported } = suite
  if (keyExchange !== 'RSA' && keyExchange !== 'DHE' && keyExchange !== 'ECDHE') return undefined
  if (!['RSA', 'ECDSA', 'DSS', 'anon'].includes(authentication) || /_OLD|GOST|_SM3|FIPS/.test(suite.name)) {
    return undefined
  }
  const bulk = exported ? exportBulkOf(suite) : bulkOf(suite)
  if (bulk === undefined) return undefined
  const aead = bulk.tagLength > 0
  const mac = aead ? '' : macOf(suite.name)
  const authenticated = authentication !== 'anon'
  return { id, keyExchange, authenticated, exported, ...bulk, mac, macLength: macLengths[mac] }
}

type Bulk = Pick<SuiteParameters, 'bulk' | 'algorithm' | 'keyLength' | 'keyMaterial' | 'ivLength' | 'tagLength'>

function bulkOf({ cipher, name }: CipherSuite): Bulk | undefined {
  if (cipher === 'NULL') return noBulk
  if (cipher === 'RC4_128') return { ...rc4, keyLength: 16, keyMaterial: 16 }
  if (cipher === '3DES_EDE_CBC') return known({ ...cbc, algorithm: tripleDes, ...keyOf(24), ivLength: 8 })
  if (cipher === 'DES_CBC') return known({ ...cbc, algorithm: tripleDes, ...keyOf(8), ivLength: 8 })
  if (cipher === 'CHACHA20_POLY1305') {
    return { bulk: 'chacha20', algorithm: 'chacha20-poly1305', ...keyOf(32), ivLength: 12, tagLength: 16 }
  }
  const parts = /^(AES|CAMELLIA|ARIA)_(128|256)_(CBC|GCM|CCM)(_8)?$/.exec(cipher)
  if (parts === null) return undefined
  const [, family, bits, mode, short] = parts as unknown as [string, string, string, string, string | undefined]
  const algorithm = `${family}-${bits}-${mode}`.toLowerCase()
  const key = keyOf(Number(bits) / 8)
  if (mode === 'CBC') return known({ ...cbc, algorithm, ...key, ivLength: 16 })
  const bulk = name.includes('CCM') ? 'ccm' : 'gcm'
  return known({ bulk, algorithm, ...key, ivLength: 4, tagLength: short === undefined ? 16 : 8 })
}

/** Keys of 40 bits, or of 56, stretched. */
function exportBulkOf({ cipher, name }: CipherSuite): Bulk | undefined {
  const is1024 = name.includes('EXPORT1024')
  if (cipher === 'RC4_40' || cipher === 'RC4_56') return { ...rc4, keyLength: 16, keyMaterial: is1024 ? 7 : 5 }
  if (cipher !== 'DES40_CBC' && cipher !== 'DES_CBC') return undefined
  return known({ ...cbc, algorithm: tripleDes, keyLength: 8, keyMaterial: is1024 ? 8 : 5, ivLength: 8 })
}

const keyOf = (bytes: number) => ({ keyLength: bytes, keyMaterial: bytes })
const noBulk = { bulk: 'null', algorithm: '', ...keyOf(0), ivLength: 0, tagLength: 0 } as const
const rc4 = { bulk: 'rc4', algorithm: '', ivLength: 0, tagLength: 0 } as const
const cbc = { bulk: 'cbc', tagLength: 0 } as const
/** A single DES key, three times, makes it DES, which OpenSSL 3 no longer gives by default. */
const tripleDes = 'des-ede3-cbc'
const available = new Set(getCiphers().map((name) => name.toLowerCase()))
const ccmAliases = new Map([
  ['aes-128-ccm', 'id-aes128-ccm'],
  ['aes-256-ccm', 'id-aes256-ccm'],
])

function known(bulk: Bulk): Bulk | undefined {
  return available.has(bulk.algorithm) || available.has(ccmAliases.get(bulk.algorithm) ?? '') ? bulk : undefined
}

function macOf(name: string): SuiteParameters['mac'] {
  if (name.endsWith('_SHA384')) return 'sha384'
  if (name.endsWith('_SHA256')) return 'sha256'
  return name.endsWith('_MD5') ? 'md5' : 'sha1'
}

const noMac = { mac: '', macLength: 0 } as const
const macLengths = { '': 0, md5: 16, sha1: 20, sha256: 32, sha384: 48 } as const

/** Stands last: it is computed from the tables above. */
const byId = new Map(
  cipherSuites.flatMap((suite) => {
    const parameters = describe(suite)
    return parameters === undefined ? [] : [[suite.id, parameters] as const]
  }),
)
