import type { Question } from '../../src/enumerate/enumerator.ts'
import { isChaCha20 } from '../../src/enumerate/extras.ts'
import type { ProtocolVersion } from '../../src/facts.ts'
import type { Offer } from '../../src/hello/offer.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../../src/probe/outcome.ts'
import { cipherSuite } from '../../src/wire/registry/cipher-suite.ts'

/** A server as enumerators see it: what it accepts in which order, and nothing of the wire. */
export interface SimulatedServer {
  readonly version: ProtocolVersion
  readonly suites: readonly number[]
  readonly order: 'SERVER' | 'CLIENT'
  readonly groups?: readonly number[]
  readonly schemes?: readonly number[]
  /** Schemes by kind of key, in the server's order: a suite is usable where the hello names one for its key. */
  readonly keys?: Readonly<Partial<Record<'RSA' | 'ECDSA', readonly number[]>>>
  /** ChaCha20 goes first where it is the client's first, as OpenSSL's PRIORITIZE_CHACHA has it. */
  readonly prioritisesChaCha20?: boolean
  /** More suites than this in one hello are refused. */
  readonly longestList?: number
}

/** The outcome of one question. */
export function answer(server: SimulatedServer, { offer }: Question): ProbeOutcome {
  const { shape } = offer
  if (offer.cipherSuites.length > (server.longestList ?? Number.POSITIVE_INFINITY)) return refusal(shape)
  const suite = choose(offer.cipherSuites, usableSuites(server, offer), server.order)
  const group = server.groups === undefined ? null : choose(offer.groups, server.groups, server.order)
  const scheme = schemeOf(server, offer, suite)
  if (!offer.versions.includes(server.version)) return { kind: 'alert', shape, banner: null, level: 2, description: 70 }
  if (suite === undefined || group === undefined || scheme === undefined) return refusal(shape)
  return hello({ shape, version: server.version, cipherSuite: suite, group, signatureScheme: scheme })
}

function usableSuites(server: SimulatedServer, offer: Offer): readonly number[] {
  const usable = server.suites.filter((id) => server.keys === undefined || schemeOf(server, offer, id) !== undefined)
  if (!server.prioritisesChaCha20 || !isChaCha20(offer.cipherSuites[0] ?? 0)) return usable
  return [...usable.filter(isChaCha20), ...usable.filter((id) => !isChaCha20(id))]
}

/** Null where the suite needs none, undefined where the hello names none that will do. */
function schemeOf({ keys, schemes, order }: SimulatedServer, offer: Offer, id = 0): number | null | undefined {
  if (keys === undefined) return schemes === undefined ? null : choose(offer.signatureSchemes, schemes, order)
  const suite = cipherSuite(id)
  const isSigned = suite?.keyExchange === 'ECDHE' || suite?.keyExchange === 'DHE'
  const key = suite?.authentication
  if (!isSigned || (key !== 'RSA' && key !== 'ECDSA')) return null
  return choose(offer.signatureSchemes, keys[key] ?? [], order)
}

export function refusal(shape: string): ProbeOutcome {
  return { kind: 'alert', shape, banner: null, level: 2, description: 40 }
}

export function hello(parts: Partial<ServerHelloOutcome>): ServerHelloOutcome {
  return {
    kind: 'server-hello',
    shape: 'simulated',
    banner: null,
    version: 'TLSv1.2',
    cipherSuite: 0,
    ssl2Ciphers: [],
    compressionMethod: 0,
    sessionIdLength: 0,
    group: null,
    retried: false,
    params: null,
    signatureScheme: null,
    certificates: null,
    ocspResponse: null,
    sctCount: 0,
    alpn: null,
    extensions: [],
    certificateRequest: null,
    serverGroups: [],
    interrupted: null,
    unoffered: null,
    ...parts,
  }
}

function choose(
  offered: readonly number[],
  accepted: readonly number[],
  order: 'SERVER' | 'CLIENT',
): number | undefined {
  return order === 'CLIENT' ? offered.find((id) => accepted.includes(id)) : accepted.find((id) => offered.includes(id))
}
