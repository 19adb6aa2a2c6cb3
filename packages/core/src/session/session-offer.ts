import type { Offer } from '../hello/offer.ts'
import { plainOffer } from '../hello/shapes.ts'
import { sessionGroups } from './key-agreement.ts'
import type { SessionVersion } from './suite-parameters.ts'

/** A hello for one version that asks for nothing but a session: no ticket, no staple, no encrypt-then-MAC, no extension in SSL 3.0. */
export function sessionOffer(
  version: SessionVersion,
  { shape, cipherSuites, serverName }: Pick<Offer, 'shape' | 'cipherSuites' | 'serverName'>,
): Offer {
  const plain = { ...plainOffer(version, serverName), shape: `${tagOf(version)}-${shape}`, cipherSuites }
  if (version === 'SSLv3') return plain
  return {
    ...plain,
    groups: sessionGroups,
    pointFormats: [0],
    flags: ['extendedMasterSecret'],
  }
}

const tagOf = (version: SessionVersion): string => version.toLowerCase().replace(/[v.]/g, '')
