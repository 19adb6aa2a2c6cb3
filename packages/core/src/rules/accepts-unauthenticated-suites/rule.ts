import { acceptedSuitesRule } from '../accepted-suites.ts'
import { sources } from '../sources.ts'

export const acceptsUnauthenticatedSuites = acceptedSuitesRule(
  'accepts-unauthenticated-suites',
  'Are suites without encryption or without a certificate accepted?',
  [sources.rfc9325],
  ({ traits }) => traits.cipher === 'NULL' || traits.authentication === 'anon' || traits.keyExchange === 'NULL',
)
