import { entryFor } from '../entry.ts'
import { offersTls12 } from './rule.ts'

export const offersTls12Entry = entryFor(offersTls12)({
  en: {
    title: 'TLS 1.2 is offered',
    why: 'TLS 1.2 is the version that every Microsoft 365 service speaks. A server that does not offer it is reached only by the newest clients, or, with nothing newer, not at all once the old versions are refused.',
    pass: 'TLS 1.2 is offered. Versions accepted: {versions}.',
    fail: 'TLS 1.2 is not offered. Versions accepted: {versions}.',
    fix: 'Switch TLS 1.2 on in the server or in the operating system under it, and scan again before you switch any older version off.',
  },
  da: {
    title: 'TLS 1.2 tilbydes',
    why: 'TLS 1.2 er den version, som alle Microsoft 365-tjenester taler. En server uden TLS 1.2 kan kun nås af de nyeste klienter – eller slet ikke, når de gamle versioner bliver afvist.',
    pass: 'TLS 1.2 tilbydes. Accepterede versioner: {versions}.',
    fail: 'TLS 1.2 tilbydes ikke. Accepterede versioner: {versions}.',
    fix: 'Slå TLS 1.2 til på serveren eller i operativsystemet under den, og scan igen, før du slår ældre versioner fra.',
  },
})
