import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const heartbeatOff = featureRule(
  'heartbeat-off',
  'Is the heartbeat extension off?',
  'heartbeat',
  false,
  [sources.ratingGuide],
  ({ facts }) => facts.protocols.some((fact) => fact.version !== 'TLSv1.3' && fact.offered !== false),
)
