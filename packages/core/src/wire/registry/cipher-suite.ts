/** What a cipher suite's name says, as attributes: RFC 5246 appendix A.5 and the registry behind it. */
import { cipherSuiteNames } from './cipher-suite-names.ts'

export type KeyExchange =
  | 'TLS13'
  | 'ECDHE'
  | 'DHE'
  | 'ECDH'
  | 'DH'
  | 'RSA'
  | 'PSK'
  | 'DHE_PSK'
  | 'ECDHE_PSK'
  | 'RSA_PSK'
  | 'SRP'
  | 'KRB5'
  | 'GOST'
  | 'ECCPWD'
  | 'FORTEZZA'
export type Authentication = 'any' | 'RSA' | 'ECDSA' | 'DSS' | 'anon' | 'PSK' | 'KRB5' | 'GOST' | 'password' | 'other'

export interface CipherSuite {
  readonly id: number
  readonly name: string
  readonly keyExchange: KeyExchange
  readonly authentication: Authentication
  /** Bulk cipher as named, for instance `AES_128_GCM`, `3DES_EDE_CBC`, `NULL`. */
  readonly cipher: string
  /** Strength of the bulk cipher in bits; 0 for NULL. */
  readonly bits: number
  readonly mode: 'aead' | 'cbc' | 'stream' | 'null'
  readonly export: boolean
  readonly forwardSecrecy: boolean
  /** First version that defines it: AEAD and SHA-2 suites need TLS 1.2. */
  readonly since: 'SSLv3' | 'TLSv1.2' | 'TLSv1.3'
}

export function cipherSuite(id: number): CipherSuite | undefined {
  return byId.get(id)
}

/** IANA name, or `0x` and four hexadecimal digits. */
export function cipherSuiteName(id: number): string {
  return byId.get(id)?.name ?? `0x${id.toString(16).padStart(4, '0')}`
}

/** RFC 5746 section 3.3. */
export const emptyRenegotiationInfoScsv = 0x00ff
/** RFC 7507. */
export const fallbackScsv = 0x5600

function describe(id: number, name: string): CipherSuite {
  const [before, after] = split(name)
  const keyExchange = keyExchangeOf(id, name, before)
  const cipher = cipherOf(after)
  const mode = modeOf(cipher)
  const tls13 = keyExchange === 'TLS13'
  const sha2 = /_SHA(256|384)(_OLD)?$/.test(name)
  return {
    id,
    name,
    keyExchange,
    authentication: tls13 ? 'any' : authenticationOf(before),
    cipher,
    bits: bitsOf(cipher, name),
    mode,
    export: name.includes('EXPORT'),
    forwardSecrecy: tls13 || /^(ECDHE|DHE)/.test(keyExchange) || keyExchange === 'ECCPWD',
    since: tls13 ? 'TLSv1.3' : mode === 'aead' || sha2 ? 'TLSv1.2' : 'SSLv3',
  }
}

function split(name: string): [before: string, after: string] {
  const at = name.indexOf('_WITH_')
  const start = name.indexOf('_') + 1
  return at < 0 ? ['', name.slice(start)] : [name.slice(start, at), name.slice(at + 6)]
}

function keyExchangeOf(id: number, name: string, before: string): KeyExchange {
  if (before === '' || (id >= 0xc103 && id <= 0xc106)) return 'TLS13'
  if (name.includes('GOST')) return 'GOST'
  const known = keyExchanges.find(([prefix]) => before.startsWith(prefix))
  return known?.[1] ?? 'RSA'
}

/** Longer prefixes first. */
const keyExchanges: readonly (readonly [string, KeyExchange])[] = [
  ['ECDHE_PSK', 'ECDHE_PSK'],
  ['DHE_PSK', 'DHE_PSK'],
  ['PSK_DHE', 'DHE_PSK'],
  ['RSA_PSK', 'RSA_PSK'],
  ['ECDHE', 'ECDHE'],
  ['ECDH_anon', 'ECDHE'],
  ['ECDH', 'ECDH'],
  ['DHE', 'DHE'],
  ['DH_anon', 'DHE'],
  ['DH', 'DH'],
  ['PSK', 'PSK'],
  ['SRP', 'SRP'],
  ['KRB5', 'KRB5'],
  ['ECCPWD', 'ECCPWD'],
  ['FORTEZZA', 'FORTEZZA'],
]

function authenticationOf(before: string): Authentication {
  if (before.includes('anon')) return 'anon'
  if (before.includes('ECDSA')) return 'ECDSA'
  if (before.includes('DSS')) return 'DSS'
  if (before.includes('RSA')) return 'RSA'
  if (before.includes('PSK')) return 'PSK'
  if (before.includes('KRB5')) return 'KRB5'
  if (before.includes('GOST')) return 'GOST'
  return before.startsWith('SRP') || before === 'ECCPWD' ? 'password' : 'other'
}

function cipherOf(after: string): string {
  return after.replace(/_(MD5|SHA|SHA256|SHA384|SHA512|SM3|IMIT|OMAC|GOSTR3411)(_OLD)?$/, '')
}

function modeOf(cipher: string): CipherSuite['mode'] {
  if (/^(NULL|SHA256|SHA384)/.test(cipher)) return 'null'
  if (/GCM|CCM|POLY1305|AEGIS|MGM/.test(cipher)) return 'aead'
  return cipher.includes('CBC') ? 'cbc' : 'stream'
}

function bitsOf(cipher: string, name: string): number {
  if (/^(NULL|SHA256|SHA384)/.test(cipher)) return 0
  if (/EXPORT1024|_56/.test(name)) return 56
  if (name.includes('EXPORT')) return 40
  if (cipher.startsWith('3DES')) return 112
  if (cipher.startsWith('DES40')) return 40
  if (cipher.startsWith('DES')) return 56
  const digits = /_(\d{3})L?(?:_|$)/.exec(cipher)?.[1]
  if (digits !== undefined) return Number(digits)
  return /CHACHA20|KUZNYECHIK|MAGMA|28147/.test(cipher) ? 256 : 128
}

/** The whole registry, by code point. Stands last: it is computed from the tables above. */
export const cipherSuites: readonly CipherSuite[] = cipherSuiteNames.map(([id, name]) => describe(id, name))

const byId = new Map(cipherSuites.map((suite) => [suite.id, suite]))
