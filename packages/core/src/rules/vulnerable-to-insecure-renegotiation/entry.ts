import { entryFor } from '../entry.ts'
import { vulnerableToInsecureRenegotiation } from './rule.ts'

export const vulnerableToInsecureRenegotiationEntry = entryFor(vulnerableToInsecureRenegotiation)({
  en: {
    title: 'Not vulnerable to Insecure renegotiation',
    why: 'An attacker can put text of its own in front of the client’s.',
    pass: 'The server did not behave as one that Insecure renegotiation works on.',
    fail: 'The server behaved as one that Insecure renegotiation works on: {answer}',
    fix: 'Update the TLS library so that it follows RFC 5746.',
  },
  da: {
    title: 'Ikke sårbar over for Insecure renegotiation',
    why: 'En angriber kan sætte sin egen tekst foran klientens.',
    pass: 'Serveren opførte sig ikke som en, Insecure renegotiation virker på.',
    fail: 'Serveren opførte sig som en, Insecure renegotiation virker på: {answer}',
    fix: 'Opdater TLS-biblioteket, så det følger RFC 5746.',
  },
})
