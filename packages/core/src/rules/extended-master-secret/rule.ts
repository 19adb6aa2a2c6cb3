import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const extendedMasterSecret = featureRule(
  'extended-master-secret',
  'Is the extended master secret supported?',
  'extended-master-secret',
  true,
  [sources.rfc7627],
  ({ facts }) => facts.protocols.some((fact) => fact.version !== 'TLSv1.3' && fact.offered !== false),
)
