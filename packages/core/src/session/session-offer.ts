import type { Offer } from '../hello/offer.ts'
import { plainOffer } from '../hello/shapes.ts'
import { sessionGroups } from './key-agreement.ts'
import type { SessionVersion } from './suite-parameters.ts'

/** A hello for one version that asks for nothing but a session: no ticket, no staple, no encrypt-then-MAC. */
export function sessionOffer(
  version: SessionVersion,
  { shape, cipherSuites, serverName }: Pick<Offer, 'shape' | 'cipherSuites' | 'serverName'>,
): Offer {
  return {
    ...plainOffer(version, serverName),
    shape: `${version.toLowerCase().replace(/[v.]/g, '')}-${shape}`,
    cipherSuites,
    groups: sessionGroups,
    pointFormats: [0],
    flags: ['extendedMasterSecret'],
  }
}
