import { entryFor } from '../entry.ts'
import { vulnerableToRc4 } from './rule.ts'

export const vulnerableToRc4Entry = entryFor(vulnerableToRc4)({
  en: {
    title: 'Not vulnerable to RC4 bias',
    why: 'RC4 output is biased, so that repeated secrets can be recovered.',
    pass: 'The server did not behave as one that RC4 bias works on.',
    fail: 'The server behaved as one that RC4 bias works on: {answer}',
    fix: 'Remove RC4 suites.',
  },
  da: {
    title: 'Ikke sårbar over for RC4 bias',
    why: 'RC4’s output er skævt, så gentagne hemmeligheder kan genskabes.',
    pass: 'Serveren opførte sig ikke som en, RC4 bias virker på.',
    fail: 'Serveren opførte sig som en, RC4 bias virker på: {answer}',
    fix: 'Fjern RC4-pakker.',
  },
})
