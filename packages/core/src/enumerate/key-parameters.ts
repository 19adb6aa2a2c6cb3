import type { Offer } from '../hello/offer.ts'
import { groupsOf, knownSignatureSchemes, plainOffer } from '../hello/shapes.ts'
import { suitesOf } from '../hello/suite-order.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import { applicationProtocols } from '../wire/registry/application-protocol.ts'
import { cipherSuites as allSuites, cipherSuite } from '../wire/registry/cipher-suite.ts'
import { namedGroup } from '../wire/registry/named-group.ts'
import type { Enumerator } from './enumerator.ts'
import { type Dimension, type RemoveChosenAnswer, removeChosen } from './remove-chosen.ts'
import { isRsa, type SchemeRides } from './scheme-rides.ts'

/**
 * Curves, signature schemes and application protocols of TLS 1.2 and earlier, from suites that show them in
 * ServerKeyExchange. RSA tells most: with ECDSA some servers want the certificate's own curve on offer, so groups that
 * they like less cannot be seen. The same hellos offer heartbeat and compression, so that each tells as much as it can.
 */
export function* ecdheParameters(
  version: 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2',
  serverName: string | null,
  first: ServerHelloOutcome,
  authentication: 'RSA' | 'ECDSA',
  rides?: SchemeRides,
): Enumerator<RemoveChosenAnswer> {
  const strongest = new Map(suitesOf(version).map((id, at) => [id, at]))
  const cipherSuites = allSuites
    .filter((suite) => suite.keyExchange === 'ECDHE' && suite.authentication === authentication)
    .map(({ id }) => id)
    .sort((left, right) => (strongest.get(left) ?? 0) - (strongest.get(right) ?? 0))
  const plain = plainOffer(version, serverName)
  const offer: Offer = {
    ...plain,
    ...(first.shape.includes('no-sni') ? { serverName: null } : {}),
    shape: `${plain.shape}-ecdhe-${authentication.toLowerCase()}`,
    cipherSuites,
    compressionMethods: [1, 0],
    flags: ['extendedMasterSecret', 'heartbeat'],
  }
  const told = cipherSuite(first.cipherSuite)?.authentication === authentication ? first : null
  const dimensions = [protocols, groups(groupsOf(version), told?.group ?? null)]
  if (version === 'TLSv1.2') {
    const dimension = schemes(schemesFor(authentication), told?.signatureScheme ?? null)
    dimensions.push(rides === undefined ? dimension : besideRides(dimension, rides))
  }
  return yield* removeChosen(offer, dimensions, () => 'flight')
}

export interface Tls13Options {
  readonly askProtocols: boolean
  /** Finite-field groups beside curves: a refusal more, and half as long. */
  readonly sideBySide?: boolean
}

/**
 * Everything TLS 1.3 negotiates: suites, groups and signature schemes are chosen independently, so one connection asks
 * about all three. The share of the group that is most likely next spares a HelloRetryRequest.
 */
export function* tls13Parameters(
  base: Offer,
  first: ServerHelloOutcome,
  { askProtocols, sideBySide = false }: Tls13Options,
): Enumerator<RemoveChosenAnswer> {
  const suites: Dimension = {
    name: 'cipherSuites',
    candidates: suitesOf('TLSv1.3'),
    picked: ({ cipherSuite: id }) => id,
    apply: (offer, list) => ({ ...offer, cipherSuites: list.toReversed() }),
    isLikely: (id) => id >= 0x1301 && id <= 0x1303,
  }
  const offer: Offer = { ...base, versions: ['TLSv1.3'], shape: `${base.shape}-parameters` }
  const dimensions = [
    suites,
    { ...withShares(groups(groupsOf('TLSv1.3'), first.group)), ...(sideBySide ? { apart: isFiniteField } : {}) },
    // RFC 8446 section 4.2.3 keeps PKCS #1 v1.5 and SHA-1 out of handshakes; they are asked for and not expected.
    {
      ...schemes(knownSignatureSchemes, first.signatureScheme),
      // Hellos name ECDSA first, so a server that signed by RSA has probably nothing else.
      isLikely: (id: number, [chosen = 0]: readonly number[]) =>
        likelySchemes13.has(id) && (isRsa(id) || !isRsa(chosen)),
    },
    ...(askProtocols ? [protocols] : []),
  ]
  const isEncrypted = (name: string): boolean => name === 'signatureSchemes' || name === 'alpn'
  return yield* removeChosen(offer, dimensions, (open) => (open.some(isEncrypted) ? 'flight' : 'hello'))
}

function groups(candidates: readonly number[], known: number | null): Dimension {
  return {
    name: 'groups',
    candidates,
    picked: ({ group }) => group,
    apply: (offer, list) => ({ ...offer, groups: list }),
    isLikely: (id) => likelyGroups.has(id),
    known: known === null ? [] : [known],
  }
}

function schemes(candidates: readonly number[], known: number | null): Dimension {
  return {
    name: 'signatureSchemes',
    candidates,
    picked: ({ signatureScheme }) => signatureScheme,
    apply: (offer, list) => ({ ...offer, signatureSchemes: list }),
    isLikely: (id) => likelySchemes.has(id),
    known: known === null ? [] : [known],
  }
}

/** Names of protocols, counted by their place in the table. */
const protocols: Dimension = {
  name: 'alpn',
  candidates: applicationProtocols.map((_, at) => at),
  picked: ({ alpn }) => (alpn === null ? null : applicationProtocols.indexOf(alpn)),
  apply: (offer, list) => ({ ...offer, alpn: list.map((at) => applicationProtocols[at] as string) }),
  // The web's in their order: whoever picked a later one has not got the earlier.
  isLikely: (at, found) => at < webProtocols && found.every((other) => other < at),
  optional: true,
  // no_application_protocol, RFC 7301 section 3.2.
  endedBy: 120,
}

/** Leaves to the rides what they are expected to bring. */
function besideRides(dimension: Dimension, rides: SchemeRides): Dimension {
  return {
    ...dimension,
    elsewhere: () => rides.seen,
    later: (id) => rides.expects(id),
  }
}

function withShares(dimension: Dimension): Dimension {
  return {
    ...dimension,
    apply: (offer, list) => ({
      ...dimension.apply(offer, list),
      keyShares: list.filter((id) => namedGroup(id)?.kind === 'ec' && cheapShares.has(id)).slice(0, 1),
    }),
  }
}

/** The scheme's name tells whose key signs; in TLS 1.2 an ECDSA suite may be signed by EdDSA too (RFC 8422). */
function schemesFor(authentication: 'RSA' | 'ECDSA'): readonly number[] {
  return knownSignatureSchemes.filter((id) =>
    authentication === 'RSA' ? isRsa(id) : !isRsa(id) && (id & 0xff) !== 0x02,
  )
}

const likelySchemes = new Set([0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0807, 0x0401, 0x0501, 0x0601, 0x0201])
const likelySchemes13 = new Set([0x0403, 0x0804, 0x0805, 0x0806])
/** HTTP/2, 1.1 and 1.0 come first. */
const webProtocols = 3
const isFiniteField = (id: number): boolean => namedGroup(id)?.kind === 'ffdhe'
const cheapShares = new Set([0x001d, 0x0017, 0x001e, 0x0018, 0x0019])
const likelyGroups = new Set([...cheapShares, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104, 0x11ec])
