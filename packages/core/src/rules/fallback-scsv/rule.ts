import { featureRule } from '../feature.ts'
import { sources } from '../sources.ts'

export const fallbackScsv = featureRule(
  'fallback-scsv',
  'Is a forced step down to an older version noticed?',
  'fallback-scsv',
  true,
  [sources.rfc7507],
  ({ facts }) => facts.protocols.filter((fact) => fact.offered && fact.version !== 'SSLv2').length > 1,
)
