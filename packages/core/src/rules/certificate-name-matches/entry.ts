import { entryFor } from '../entry.ts'
import { certificateNameMatches } from './rule.ts'

export const certificateNameMatchesEntry = entryFor(certificateNameMatches)({
  en: {
    title: 'The certificate carries the name',
    why: 'A peer that checks certificates compares the name that it dialled with the names in the certificate.',
    pass: 'The certificate carries {name}.',
    fail: 'The certificate does not carry {name}. It carries: {names}.',
    fix: 'Ask for a certificate with the name in its subject alternative names, or send the clients to a name that is in it.',
  },
  da: {
    title: 'Certifikatet bærer navnet',
    why: 'En modpart, der kontrollerer certifikater, sammenligner det navn, den kaldte, med navnene i certifikatet.',
    pass: 'Certifikatet bærer {name}.',
    fail: 'Certifikatet bærer ikke {name}. Det bærer: {names}.',
    fix: 'Bestil et certifikat med navnet blandt de alternative navne, eller send klienterne til et navn, der står i det.',
  },
})
