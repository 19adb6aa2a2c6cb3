import { entryFor } from '../entry.ts'
import { starttlsOffered } from './rule.ts'

export const starttlsOfferedEntry = entryFor(starttlsOffered)({
  en: {
    title: 'STARTTLS is offered',
    why: 'A server that does not offer STARTTLS is sent mail and passwords in clear text, or nothing at all where the sender demands TLS.',
    pass: 'STARTTLS is offered. The server says: {banner}',
    fail: 'STARTTLS is not offered. The server says: {banner}',
    fix: 'Give the server a certificate and switch STARTTLS on; look for a firewall that strips the command (250 XXXXXXXX).',
  },
  da: {
    title: 'STARTTLS tilbydes',
    why: 'En server uden STARTTLS får mail og adgangskoder sendt i klartekst – eller slet ingenting, hvis afsenderen kræver TLS.',
    pass: 'STARTTLS tilbydes. Serveren siger: {banner}',
    fail: 'STARTTLS tilbydes ikke. Serveren siger: {banner}',
    fix: 'Giv serveren et certifikat, og slå STARTTLS til. Se efter en firewall, der fjerner kommandoen (250 XXXXXXXX).',
  },
})
