import { entryFor } from '../entry.ts'
import { acceptsSsl3 } from './rule.ts'

export const acceptsSsl3Entry = entryFor(acceptsSsl3)({
  en: {
    title: 'SSL 3.0 is refused',
    why: 'SSL 3.0 is broken by design: its padding can be abused to read what is sent (POODLE). No client that can reach Microsoft 365 needs it.',
    pass: 'SSL 3.0 is refused.',
    fail: 'SSL 3.0 is still accepted, with {suites} cipher suites.',
    fix: 'Find the clients that still use SSL 3.0, move them to TLS 1.2, then switch SSL 3.0 off here.',
  },
  da: {
    title: 'SSL 3.0 afvises',
    why: 'SSL 3.0 er brudt i selve konstruktionen: Dens udfyldning kan misbruges til at læse det, der sendes (POODLE). Ingen klient, der kan nå Microsoft 365, har brug for den.',
    pass: 'SSL 3.0 afvises.',
    fail: 'SSL 3.0 accepteres stadig med {suites} krypteringspakker.',
    fix: 'Find de klienter, der stadig bruger SSL 3.0, flyt dem til TLS 1.2, og slå derefter SSL 3.0 fra her.',
  },
})
