/** The one entry for enumerators: a chain as served, to the facts about it. */
import type { CertificateDeployment, ProtocolVersion } from '../facts.ts'
import { describeServed } from './chain.ts'
import { nameMatches } from './names.ts'
import { readStaple } from './ocsp.ts'
import { type ParsedCertificate, parseCertificate, unreadCertificate } from './parse.ts'
import { validatePath } from './trust.ts'

export interface ServedChain {
  /** The name asked for: SNI, or the host where none was sent; null where the peer is known by nothing. */
  readonly serverName: string | null
  /** Versions in which this very chain was served. */
  readonly versions: readonly ProtocolVersion[]
  /** Extra roots of the tenant, PEM; a text may hold several. Pass the same array each time: it is read once. */
  readonly trustAnchors: readonly string[]
  /** DER OCSPResponse as stapled; null where asked for and not given; undefined where it was not asked for. */
  readonly ocspStaple?: Uint8Array | null | undefined
  /** The instant of observation, for whether a staple was fresh. */
  readonly now?: Date | undefined
}

/** Never throws: unreadable certificates are facts too. `chain` is DER, leaf first as served, at least one. */
export function deploymentFromChain(chain: readonly Uint8Array[], served: ServedChain): CertificateDeployment {
  const parsed = parseChain(chain)
  const leaf = parsed[0]
  return {
    serverName: served.serverName,
    versions: served.versions,
    chain: parsed.map(({ fact }) => fact),
    nameMatches: served.serverName === null || !leaf ? null : nameMatches(leaf.fact, served.serverName),
    trust: validatePath(parsed, served.trustAnchors),
    served: describeServed(parsed),
    ...readStaple(served.ocspStaple, parsed, served.now),
  }
}

/** A chain that is longer or larger than any CA issues is a flood: what is beyond is counted and not read. */
function parseChain(chain: readonly Uint8Array[]): readonly ParsedCertificate[] {
  let bytes = 0
  return chain.slice(0, maxChain).map((der) => {
    bytes += der.length
    return bytes > maxChainBytes ? unreadCertificate(der) : parseCertificate(der)
  })
}

const maxChain = 32
const maxChainBytes = 131_072
