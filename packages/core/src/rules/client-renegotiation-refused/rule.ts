import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const clientRenegotiationRefused = featureRule(
  'client-renegotiation-refused',
  'Is renegotiation started by the client refused?',
  'client-renegotiation',
  false,
  [sources.rfc9325],
  ({ facts }) => facts.protocols.some((fact) => fact.version !== 'TLSv1.3' && fact.offered !== false),
)
