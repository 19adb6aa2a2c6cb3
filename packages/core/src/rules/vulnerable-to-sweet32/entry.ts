import { entryFor } from '../entry.ts'
import { vulnerableToSweet32 } from './rule.ts'

export const vulnerableToSweet32Entry = entryFor(vulnerableToSweet32)({
  en: {
    title: 'Not vulnerable to SWEET32',
    why: '64-bit blocks repeat in long connections and give text away.',
    pass: 'The server did not behave as one that SWEET32 works on.',
    fail: 'The server behaved as one that SWEET32 works on: {answer}',
    fix: 'Remove 3DES suites.',
  },
  da: {
    title: 'Ikke sårbar over for SWEET32',
    why: '64-bit-blokke gentager sig i lange forbindelser og afslører tekst.',
    pass: 'Serveren opførte sig ikke som en, SWEET32 virker på.',
    fail: 'Serveren opførte sig som en, SWEET32 virker på: {answer}',
    fix: 'Fjern 3DES-pakker.',
  },
})
