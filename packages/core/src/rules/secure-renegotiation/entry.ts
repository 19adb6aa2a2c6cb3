import { entryFor } from '../entry.ts'
import { secureRenegotiation } from './rule.ts'

export const secureRenegotiationEntry = entryFor(secureRenegotiation)({
  en: {
    title: 'Renegotiation is protected',
    why: 'Without RFC 5746 an attacker can put text of its own in front of what a client sends.',
    pass: 'The server supports secure renegotiation.',
    fail: 'The server does not support secure renegotiation.',
    fix: 'Update the TLS library; on Windows set AllowInsecureRenegoClients and AllowInsecureRenegoServers to 0.',
  },
  da: {
    title: 'Genforhandling er beskyttet',
    why: 'Uden RFC 5746 kan en angriber sætte sin egen tekst foran det, en klient sender.',
    pass: 'Serveren understøtter sikker genforhandling.',
    fail: 'Serveren understøtter ikke sikker genforhandling.',
    fix: 'Opdater TLS-biblioteket. På Windows sættes AllowInsecureRenegoClients og AllowInsecureRenegoServers til 0.',
  },
})
