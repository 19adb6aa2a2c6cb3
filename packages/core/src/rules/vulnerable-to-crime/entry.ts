import { entryFor } from '../entry.ts'
import { vulnerableToCrime } from './rule.ts'

export const vulnerableToCrimeEntry = entryFor(vulnerableToCrime)({
  en: {
    title: 'Not vulnerable to CRIME',
    why: 'Compression makes secrets guessable.',
    pass: 'The server did not behave as one that CRIME works on.',
    fail: 'The server behaved as one that CRIME works on: {answer}',
    fix: 'Switch TLS compression off.',
  },
  da: {
    title: 'Ikke sårbar over for CRIME',
    why: 'Komprimering gør det muligt at gætte hemmeligheder.',
    pass: 'Serveren opførte sig ikke som en, CRIME virker på.',
    fail: 'Serveren opførte sig som en, CRIME virker på: {answer}',
    fix: 'Slå TLS-komprimering fra.',
  },
})
