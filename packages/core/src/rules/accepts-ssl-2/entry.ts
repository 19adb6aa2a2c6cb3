import { entryFor } from '../entry.ts'
import { acceptsSsl2 } from './rule.ts'

export const acceptsSsl2Entry = entryFor(acceptsSsl2)({
  en: {
    title: 'SSL 2.0 is refused',
    why: 'SSL 2.0 gives no protection, and a server that shares its key with other services lets their traffic be read as well (DROWN).',
    pass: 'SSL 2.0 is refused.',
    fail: 'SSL 2.0 is still accepted, with {suites} cipher suites.',
    fix: 'Find the clients that still use SSL 2.0, move them to TLS 1.2, then switch SSL 2.0 off here.',
  },
  da: {
    title: 'SSL 2.0 afvises',
    why: 'SSL 2.0 giver ingen beskyttelse, og en server, der deler nøgle med andre tjenester, gør det også muligt at læse deres trafik (DROWN).',
    pass: 'SSL 2.0 afvises.',
    fail: 'SSL 2.0 accepteres stadig med {suites} krypteringspakker.',
    fix: 'Find de klienter, der stadig bruger SSL 2.0, flyt dem til TLS 1.2, og slå derefter SSL 2.0 fra her.',
  },
})
