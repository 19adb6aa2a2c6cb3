/** What a suite's IANA name says about it. Names are the grammar: TLS_<key exchange>_<signature>_WITH_<cipher>_<mac>. */
import type { CodePoint } from '../facts.ts'

export interface CipherSuiteTraits {
  readonly keyExchange: 'ECDHE' | 'DHE' | 'ECDH' | 'DH' | 'RSA' | 'PSK' | 'SRP' | 'KRB5' | 'TLS13' | 'NULL' | 'other'
  readonly authentication: 'RSA' | 'ECDSA' | 'DSS' | 'anon' | 'PSK' | 'TLS13' | 'other'
  readonly cipher:
    | 'AES'
    | 'CHACHA20'
    | 'CAMELLIA'
    | 'ARIA'
    | 'SEED'
    | 'IDEA'
    | '3DES'
    | 'DES'
    | 'RC4'
    | 'RC2'
    | 'NULL'
    | 'other'
  /** Strength of the symmetric key in bits; 3DES counts 112. */
  readonly bits: number
  readonly aead: boolean
  readonly forwardSecret: boolean
  readonly exportGrade: boolean
}

/** Traits of a suite; an unnamed code point has `other` everywhere and counts as nothing known. */
export function cipherSuiteTraits(suite: CodePoint): CipherSuiteTraits {
  const known = cache.get(suite.id)
  if (known) return known
  const traits = parse(suite.name)
  cache.set(suite.id, traits)
  return traits
}

/** True for signalling values, which are not suites (RFC 5746, RFC 7507). */
export const isSignalling = (id: number): boolean => id === 0x00ff || id === 0x5600

const cache = new Map<number, CipherSuiteTraits>()

function parse(name: string): CipherSuiteTraits {
  const [left = '', right = ''] = name.includes('_WITH_') ? name.split('_WITH_') : ['TLS13', name]
  const exportGrade = left.includes('EXPORT')
  const cipher = cipherOf(right)
  const keyExchange = name.startsWith('TLS_') || name.startsWith('SSL_') ? keyExchangeOf(left) : 'other'
  return {
    keyExchange,
    authentication: authenticationOf(left, keyExchange),
    cipher,
    bits: exportGrade ? 40 : bitsOf(right, cipher),
    aead: /_(GCM|CCM|CCM_8|POLY1305)(_|$)/.test(name),
    forwardSecret: keyExchange === 'ECDHE' || keyExchange === 'DHE' || keyExchange === 'TLS13',
    exportGrade,
  }
}

function keyExchangeOf(left: string): CipherSuiteTraits['keyExchange'] {
  const parts = left.replace(/^(TLS|SSL)_/, '')
  if (left === 'TLS13') return 'TLS13'
  for (const kind of ['ECDHE', 'DHE', 'ECDH', 'DH', 'SRP', 'KRB5', 'PSK', 'RSA', 'NULL'] as const)
    if (new RegExp(`^${kind}(_|$)`).test(parts)) return kind
  return parts.startsWith('CK') ? 'RSA' : 'other'
}

function authenticationOf(
  left: string,
  keyExchange: CipherSuiteTraits['keyExchange'],
): CipherSuiteTraits['authentication'] {
  if (keyExchange === 'TLS13') return 'TLS13'
  if (/anon/i.test(left)) return 'anon'
  if (left.includes('ECDSA')) return 'ECDSA'
  if (left.includes('DSS')) return 'DSS'
  if (left.includes('PSK')) return 'PSK'
  return left.includes('RSA') ? 'RSA' : 'other'
}

function cipherOf(right: string): CipherSuiteTraits['cipher'] {
  if (right.includes('3DES') || right.includes('DES_192')) return '3DES'
  for (const cipher of ['AES', 'CHACHA20', 'CAMELLIA', 'ARIA', 'SEED', 'IDEA', 'RC4', 'RC2', 'NULL'] as const)
    if (right.includes(cipher)) return cipher
  return right.includes('DES') ? 'DES' : 'other'
}

function bitsOf(right: string, cipher: CipherSuiteTraits['cipher']): number {
  if (cipher === '3DES') return 112
  if (cipher === 'DES') return right.includes('DES40') ? 40 : 56
  if (cipher === 'CHACHA20') return 256
  if (cipher === 'NULL') return 0
  if (cipher === 'SEED' || cipher === 'IDEA') return 128
  return Number(/_(\d{2,3})(_|$)/.exec(right)?.[1] ?? 0)
}
