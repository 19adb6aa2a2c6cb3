import { entryFor } from '../entry.ts'
import { vulnerableToStarttlsInjection } from './rule.ts'

export const vulnerableToStarttlsInjectionEntry = entryFor(vulnerableToStarttlsInjection)({
  en: {
    title: 'Not vulnerable to STARTTLS injection',
    why: 'Commands sent in clear text before the handshake are carried out after it.',
    pass: 'The server did not behave as one that STARTTLS injection works on.',
    fail: 'The server behaved as one that STARTTLS injection works on: {answer}',
    fix: 'Update the mail server.',
  },
  da: {
    title: 'Ikke sårbar over for STARTTLS injection',
    why: 'Kommandoer, der sendes i klartekst før handshaket, udføres efter det.',
    pass: 'Serveren opførte sig ikke som en, STARTTLS injection virker på.',
    fail: 'Serveren opførte sig som en, STARTTLS injection virker på: {answer}',
    fix: 'Opdater mailserveren.',
  },
})
