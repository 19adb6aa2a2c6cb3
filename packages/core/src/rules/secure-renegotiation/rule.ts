import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const secureRenegotiation = featureRule(
  'secure-renegotiation',
  'Is renegotiation protected?',
  'secure-renegotiation',
  true,
  [sources.rfc5746],
  ({ facts }) => facts.protocols.some((fact) => fact.version !== 'TLSv1.3' && fact.offered !== false),
)
