import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const compressionOff = featureRule(
  'compression-off',
  'Is TLS compression off?',
  'compression',
  false,
  [sources.rfc9325],
  ({ facts }) => facts.protocols.some((fact) => fact.version !== 'TLSv1.3' && fact.offered !== false),
)
