import { entryFor } from '../entry.ts'
import { clientRenegotiationRefused } from './rule.ts'

export const clientRenegotiationRefusedEntry = entryFor(clientRenegotiationRefused)({
  en: {
    title: 'Client renegotiation is refused',
    why: 'A client that may renegotiate at will can make the server work much harder than itself.',
    pass: 'Renegotiation started by the client is refused.',
    fail: 'The client may start renegotiation.',
    fix: 'Switch client-initiated renegotiation off, or limit it.',
  },
  da: {
    title: 'Klientens genforhandling afvises',
    why: 'En klient, der frit kan genforhandle, kan få serveren til at arbejde langt mere end den selv.',
    pass: 'Genforhandling fra klienten afvises.',
    fail: 'Klienten kan starte genforhandling.',
    fix: 'Slå klientinitieret genforhandling fra, eller begræns den.',
  },
})
