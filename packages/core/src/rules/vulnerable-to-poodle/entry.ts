import { entryFor } from '../entry.ts'
import { vulnerableToPoodle } from './rule.ts'

export const vulnerableToPoodleEntry = entryFor(vulnerableToPoodle)({
  en: {
    title: 'Not vulnerable to POODLE',
    why: 'SSL 3.0 padding lets an attacker read what is sent.',
    pass: 'The server did not behave as one that POODLE works on.',
    fail: 'The server behaved as one that POODLE works on: {answer}',
    fix: 'Switch SSL 3.0 off.',
  },
  da: {
    title: 'Ikke sårbar over for POODLE',
    why: 'Udfyldningen i SSL 3.0 lader en angriber læse det, der sendes.',
    pass: 'Serveren opførte sig ikke som en, POODLE virker på.',
    fail: 'Serveren opførte sig som en, POODLE virker på: {answer}',
    fix: 'Slå SSL 3.0 fra.',
  },
})
