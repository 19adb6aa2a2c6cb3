import { entryFor } from '../entry.ts'
import { acceptsUnauthenticatedSuites } from './rule.ts'

export const acceptsUnauthenticatedSuitesEntry = entryFor(acceptsUnauthenticatedSuites)({
  en: {
    title: 'Every suite encrypts and authenticates',
    why: 'NULL suites do not encrypt, and anonymous suites let anybody pose as the server.',
    pass: 'No such suite is accepted.',
    fail: 'Suites without encryption or without a certificate are accepted: {suites}.',
    fix: 'Remove NULL and anonymous suites (in OpenSSL terms: !aNULL:!eNULL).',
  },
  da: {
    title: 'Alle krypteringspakker krypterer og godkender',
    why: 'NULL-pakker krypterer ikke, og anonyme pakker lader enhver udgive sig for at være serveren.',
    pass: 'Ingen sådan krypteringspakke accepteres.',
    fail: 'Krypteringspakker uden kryptering eller uden certifikat accepteres: {suites}.',
    fix: 'Fjern NULL-pakker og anonyme pakker (i OpenSSL: !aNULL:!eNULL).',
  },
})
