import { entryFor } from '../entry.ts'
import { vulnerableToLogjam } from './rule.ts'

export const vulnerableToLogjamEntry = entryFor(vulnerableToLogjam)({
  en: {
    title: 'Not vulnerable to LOGJAM',
    why: 'Short or export Diffie-Hellman can be forced and broken.',
    pass: 'The server did not behave as one that LOGJAM works on.',
    fail: 'The server behaved as one that LOGJAM works on: {answer}',
    fix: 'Remove export suites and use 2048 bits or more.',
  },
  da: {
    title: 'Ikke sårbar over for LOGJAM',
    why: 'Kort eller eksport-Diffie-Hellman kan gennemtvinges og brydes.',
    pass: 'Serveren opførte sig ikke som en, LOGJAM virker på.',
    fail: 'Serveren opførte sig som en, LOGJAM virker på: {answer}',
    fix: 'Fjern eksportpakker, og brug 2048 bit eller mere.',
  },
})
