import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const earlyDataOff = featureRule(
  'early-data-off',
  'Is 0-RTT early data off?',
  'early-data',
  false,
  [sources.rfc8446],
  ({ facts }) => facts.protocols.some((fact) => fact.version === 'TLSv1.3' && fact.offered !== false),
)
