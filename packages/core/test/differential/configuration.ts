/** What a server is told to offer: the ground truth of the comparison. */
import type { ProtocolVersion } from '../../src/facts.ts'
import { protocolVersions } from '../../src/facts.ts'
import type { StarttlsKind } from '../../src/target.ts'
import { cipherSuite } from '../../src/wire/registry/cipher-suite.ts'
import { cipherSuiteNames } from '../../src/wire/registry/cipher-suite-names.ts'

export interface Configuration {
  readonly name: string
  readonly versions: readonly ProtocolVersion[]
  /** IANA names for TLS 1.2 and earlier, in server order. */
  readonly suites: readonly string[]
  /** IANA names for TLS 1.3, in server order. */
  readonly suites13: readonly string[]
  /** Cipher kinds of SSL 2.0, by code point. */
  readonly suites2: readonly number[]
  /** Who chooses; null where the stack's documentation leaves it open. */
  readonly preference: 'SERVER' | 'CLIENT' | null
  readonly starttls: StarttlsKind | null
  /** Whether the suites are known from the configuration, or only the versions. */
  readonly suitesKnown: boolean
}

export type Truth = ReadonlyMap<ProtocolVersion, readonly number[] | null>

/** Ids per version; an empty list is "not offered", null is "offered, with suites that the configuration leaves open". */
export function truthOf({ versions, suites, suites2, suites13, suitesKnown }: Configuration): Truth {
  return new Map(
    protocolVersions.map((version) => {
      if (!versions.includes(version)) return [version, []]
      if (!suitesKnown) return [version, null]
      if (version === 'SSLv2') return [version, suites2.toSorted((one, other) => one - other)]
      return [version, (version === 'TLSv1.3' ? suites13 : suites).map(suiteId).filter((id) => speaks(version, id))]
    }),
  )
}

export function suiteId(name: string): number {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`no suite ${name}`)
  return id
}

export function configuration(name: string, rest: Partial<Configuration>): Configuration {
  const versions = rest.versions ?? ['TLSv1.2', 'TLSv1.3']
  return {
    name,
    versions,
    suites: modern,
    suites13: all13,
    suites2: [],
    preference: null,
    starttls: null,
    suitesKnown: true,
    ...rest,
  }
}

function speaks(version: ProtocolVersion, id: number): boolean {
  const since = cipherSuite(id)?.since
  return version === 'TLSv1.3' ? since === 'TLSv1.3' : version === 'TLSv1.2' ? since !== 'TLSv1.3' : since === 'SSLv3'
}

const ids = new Map(cipherSuiteNames.map(([id, name]) => [name, id]))

export const all13 = ['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'] as const
export const modern = ['TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384', 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'] as const
export const staticOnly = ['TLS_RSA_WITH_AES_128_CBC_SHA', 'TLS_RSA_WITH_AES_256_CBC_SHA'] as const
/** Every kind that servers with an RSA and an ECDSA certificate take, in an order that no client has. */
export const wide = [
  'TLS_RSA_WITH_AES_256_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA',
  'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_DHE_RSA_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384',
  'TLS_RSA_WITH_AES_128_CBC_SHA256',
  'TLS_RSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8',
  'TLS_DHE_RSA_WITH_CAMELLIA_128_CBC_SHA',
  'TLS_RSA_WITH_CAMELLIA_256_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_ARIA_128_GCM_SHA256',
] as const
/** Found by no tool that offers only what browsers know. */
export const rare = [
  'TLS_RSA_WITH_ARIA_256_GCM_SHA384',
  'TLS_RSA_WITH_AES_128_CCM_8',
  'TLS_ECDHE_RSA_WITH_CAMELLIA_256_CBC_SHA384',
  'TLS_DHE_RSA_WITH_AES_256_CCM',
] as const
export const unauthenticated = [
  'TLS_DH_anon_WITH_AES_128_CBC_SHA',
  'TLS_ECDH_anon_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_NULL_SHA256',
  'TLS_ECDHE_RSA_WITH_NULL_SHA',
] as const

/** The ones that every stack built on OpenSSL is asked to serve. */
export const common: readonly Configuration[] = [
  configuration('TLS 1.0 only', { versions: ['TLSv1.0'], suites: staticOnly, preference: 'SERVER' }),
  configuration('TLS 1.1 only', { versions: ['TLSv1.1'], suites: staticOnly, preference: 'SERVER' }),
  configuration('TLS 1.2 with static RSA', { versions: ['TLSv1.2'], suites: staticOnly, preference: 'SERVER' }),
  configuration('TLS 1.2 and 1.3', { preference: 'SERVER' }),
  configuration('TLS 1.3 only', { versions: ['TLSv1.3'], preference: 'SERVER' }),
  configuration('everything', {
    versions: ['TLSv1.0', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'],
    suites: wide,
    preference: 'SERVER',
  }),
  configuration('rare suites', { versions: ['TLSv1.2'], suites: rare, preference: 'SERVER' }),
]
