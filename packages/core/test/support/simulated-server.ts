import type { Question } from '../../src/enumerate/enumerator.ts'
import type { ProtocolVersion } from '../../src/facts.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../../src/probe/outcome.ts'

/** A server as enumerators see it: what it accepts in which order, and nothing of the wire. */
export interface SimulatedServer {
  readonly version: ProtocolVersion
  readonly suites: readonly number[]
  readonly order: 'SERVER' | 'CLIENT'
  readonly groups?: readonly number[]
  readonly schemes?: readonly number[]
  /** More suites than this in one hello are refused. */
  readonly longestList?: number
}

/** The outcome of one question. */
export function answer(server: SimulatedServer, { offer }: Question): ProbeOutcome {
  const { shape } = offer
  if (offer.cipherSuites.length > (server.longestList ?? Number.POSITIVE_INFINITY)) return refusal(shape)
  const suite = choose(offer.cipherSuites, server.suites, server.order)
  const group = server.groups === undefined ? null : choose(offer.groups, server.groups, server.order)
  const scheme = server.schemes === undefined ? null : choose(offer.signatureSchemes, server.schemes, server.order)
  if (!offer.versions.includes(server.version)) return { kind: 'alert', shape, banner: null, level: 2, description: 70 }
  if (suite === undefined || group === undefined || scheme === undefined) return refusal(shape)
  return hello({ shape, version: server.version, cipherSuite: suite, group, signatureScheme: scheme })
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
