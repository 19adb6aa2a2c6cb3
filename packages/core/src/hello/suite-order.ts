/** Which suites a hello offers, and in which order: strongest first, the way most servers order theirs. */
import { type CipherSuite, cipherSuite, cipherSuites } from '../wire/registry/cipher-suite.ts'
import type { VersionName } from '../wire/registry/protocol-version.ts'

/** Every suite that version can negotiate, most likely first choices first. */
export function suitesOf(version: Exclude<VersionName, 'SSLv2'>): readonly number[] {
  return version === 'TLSv1.3' ? tls13 : legacy
}

/** The suites that nearly every server has one of; small enough for servers that refuse long lists. */
export function usualSuitesOf(version: Exclude<VersionName, 'SSLv2'>): readonly number[] {
  if (version === 'TLSv1.3') return tls13.filter((id) => id <= 0x1305)
  return version === 'TLSv1.2' ? usual : usualOld
}

/** For hellos under 256 bytes. */
export function fewSuitesOf(version: Exclude<VersionName, 'SSLv2'>): readonly number[] {
  return usualSuitesOf(version).filter((id) => few.has(id))
}

/** Whether servers accept it often enough to be expected when work is split. */
export function isUsual(id: number): boolean {
  return usualSet.has(id)
}

/** Whether only servers of long ago or of one maker accept it, whatever else of its cipher they have. */
export function isOddity(id: number): boolean {
  return oddities.test(cipherSuite(id)?.name ?? '')
}

/** The order of OpenSSL's default list, which most servers keep: the closer the guess, the fewer questions order takes. */
function rank(suite: CipherSuite): readonly number[] {
  return [
    suite.bits === 0 ? 2 : suite.export || suite.bits < 112 ? 1 : 0,
    suite.forwardSecrecy ? 0 : 1,
    suite.mode === 'aead' ? 0 : 1,
    suite.since === 'SSLv3' ? 1 : 0,
    -suite.bits,
    suite.authentication === 'anon' ? 1 : 0,
    familyRank(suite.cipher),
    keyExchangeRank(suite),
    suite.cipher.endsWith('CCM_8') ? 0 : 1,
    suite.id,
  ]
}

function keyExchangeRank({ keyExchange, authentication }: CipherSuite): number {
  const at = keyExchanges.indexOf(`${keyExchange} ${authentication}`)
  return at < 0 ? keyExchanges.length : at
}
const keyExchanges = [
  'ECDHE ECDSA',
  'ECDHE RSA',
  'DHE DSS',
  'DHE RSA',
  'RSA_PSK RSA',
  'DHE_PSK PSK',
  'RSA RSA',
  'PSK PSK',
]

function familyRank(cipher: string): number {
  const at = families.findIndex((family) => family.test(cipher))
  return at < 0 ? families.length : at
}
const families = [/^AES_\d+_(GCM|CBC)$/, /^CHACHA20/, /CCM/, /^CAMELLIA|^ARIA/, /^3DES/]

function compare(left: readonly number[], right: readonly number[]): number {
  for (const [at, value] of left.entries()) {
    const difference = value - (right[at] as number)
    if (difference !== 0) return difference
  }
  return 0
}

const ranked = cipherSuites
  .map((suite) => ({ suite, key: rank(suite) }))
  .sort((left, right) => compare(left.key, right.key))
  .map(({ suite }) => suite)

const tls13Strongest = [0x1302, 0x1301, 0x1303]
const tls13 = [
  ...tls13Strongest,
  ...ranked
    .filter(({ since, id }) => since === 'TLSv1.3' && !tls13Strongest.includes(id))
    .map(({ id }) => id)
    // The integrity-only suites of RFC 9150 are TLS 1.3 suites that encrypt nothing.
    .filter((id) => id >> 8 === 0x13 || id === 0x00c6 || id === 0x00c7 || id >> 8 === 0xc0 || id >> 8 === 0xc1),
]
const legacy = ranked.filter(({ since }) => since !== 'TLSv1.3').map(({ id }) => id)

const oddities = /IDEA|SEED|_OLD|FIPS|RC2|GOST|EXPORT1024/

const isUsualSuite = (suite: CipherSuite): boolean =>
  ['ECDHE', 'DHE', 'RSA'].includes(suite.keyExchange) &&
  ['RSA', 'ECDSA', 'anon'].includes(suite.authentication) &&
  !oddities.test(suite.name) &&
  !(suite.authentication === 'anon' && /CAMELLIA|ARIA/.test(suite.name))

const usual = ranked.filter((suite) => suite.since !== 'TLSv1.3' && isUsualSuite(suite)).map(({ id }) => id)
/** Before TLS 1.2 there are few enough to offer them all. */
const usualOld = ranked.filter((suite) => suite.since === 'SSLv3' && suite.keyExchange !== 'KRB5').map(({ id }) => id)
const usualSet = new Set(
  ranked
    .filter((suite) => suite.since === 'TLSv1.3' || (isUsualSuite(suite) && suite.bits >= 112))
    .filter(({ authentication, cipher }) => authentication !== 'anon' && /^AES|^CHACHA20/.test(cipher))
    .map(({ id }) => id),
)
/** Two dozen that reach every server met in practice. */
const few = new Set([
  0x1301, 0x1302, 0x1303, 0xc02c, 0xc030, 0xc02b, 0xc02f, 0xcca9, 0xcca8, 0xc024, 0xc028, 0xc023, 0xc027, 0xc00a,
  0xc014, 0xc009, 0xc013, 0x009f, 0x009e, 0x0039, 0x0033, 0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f, 0x000a,
  0x0016, 0x0005, 0x0004,
])
