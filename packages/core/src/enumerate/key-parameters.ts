import type { Offer } from '../hello/offer.ts'
import { groupsOf, knownSignatureSchemes, plainOffer } from '../hello/shapes.ts'
import { suitesOf } from '../hello/suite-order.ts'
import { cipherSuites as allSuites } from '../wire/registry/cipher-suite.ts'
import { namedGroup } from '../wire/registry/named-group.ts'
import type { Enumerator } from './enumerator.ts'
import { type Dimension, type RemoveChosenAnswer, removeChosen } from './remove-chosen.ts'

const groups = (candidates: readonly number[]): Dimension => ({
  name: 'groups',
  candidates,
  picked: ({ group }) => group,
  apply: (offer, list) => ({ ...offer, groups: list }),
})

const schemes = (candidates: readonly number[]): Dimension => ({
  name: 'signatureSchemes',
  candidates,
  picked: ({ signatureScheme }) => signatureScheme,
  apply: (offer, list) => ({ ...offer, signatureSchemes: list }),
})

/**
 * Curves and signature schemes of TLS 1.2 and earlier, from suites that show both in ServerKeyExchange. RSA suites come
 * first: with ECDSA the certificate's own curve must stay on offer, so groups behind it cannot be told apart.
 */
export function* ecdheParameters(
  version: 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2',
  serverName: string | null,
  base: Offer,
  authentication: 'RSA' | 'ECDSA',
): Enumerator<RemoveChosenAnswer> {
  const ecdhe = allSuites.filter((suite) => suite.keyExchange === 'ECDHE' && suite.authentication === authentication)
  const order = new Map(suitesOf(version).map((id, at) => [id, at]))
  const cipherSuites = ecdhe.map(({ id }) => id).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0))
  const offer: Offer = {
    ...plainOffer(version, serverName),
    ...(base.serverName === null ? { serverName: null } : {}),
    shape: `${base.shape}-ecdhe-${authentication.toLowerCase()}`,
    cipherSuites,
  }
  const dimensions = authentication === 'RSA' ? [groups(groupsOf(version))] : []
  if (version === 'TLSv1.2') dimensions.push(schemes(schemesFor(authentication)))
  return yield* removeChosen(offer, dimensions, () => 'flight')
}

/**
 * Everything TLS 1.3 negotiates: suites, groups and signature schemes are chosen independently, so one connection asks
 * about all three. The share of the group that is most likely next spares a HelloRetryRequest.
 */
export function* tls13Parameters(base: Offer): Enumerator<RemoveChosenAnswer> {
  const suites: Dimension = {
    name: 'cipherSuites',
    candidates: suitesOf('TLSv1.3'),
    picked: ({ cipherSuite: id }) => id,
    apply: (offer, list) => ({ ...offer, cipherSuites: list.toReversed() }),
  }
  const offer: Offer = { ...base, versions: ['TLSv1.3'], shape: `${base.shape}-parameters` }
  const dimensions = [suites, withShares(groups(groupsOf('TLSv1.3'))), schemes(knownSignatureSchemes)]
  return yield* removeChosen(offer, dimensions, (open) => (open.includes('signatureSchemes') ? 'flight' : 'hello'))
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
  const rsa = (id: number): boolean =>
    (id & 0xff) === 0x01 || (id >= 0x0804 && id <= 0x0806) || (id >= 0x0809 && id <= 0x080b)
  return knownSignatureSchemes.filter((id) => (authentication === 'RSA' ? rsa(id) : !rsa(id) && (id & 0xff) !== 0x02))
}

const cheapShares = new Set([0x001d, 0x0017, 0x001e, 0x0018, 0x0019])
