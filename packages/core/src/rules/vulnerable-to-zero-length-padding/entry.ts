import { entryFor } from '../entry.ts'
import { vulnerableToZeroLengthPadding } from './rule.ts'

export const vulnerableToZeroLengthPaddingEntry = entryFor(vulnerableToZeroLengthPadding)({
  en: {
    title: 'Not vulnerable to Zero-length padding oracle',
    why: 'The server treats empty records in a telling way.',
    pass: 'The server did not behave as one that Zero-length padding oracle works on.',
    fail: 'The server behaved as one that Zero-length padding oracle works on: {answer}',
    fix: 'Update OpenSSL to 1.0.2r or later.',
  },
  da: {
    title: 'Ikke sårbar over for Zero-length padding oracle',
    why: 'Serveren behandler tomme poster på en afslørende måde.',
    pass: 'Serveren opførte sig ikke som en, Zero-length padding oracle virker på.',
    fail: 'Serveren opførte sig som en, Zero-length padding oracle virker på: {answer}',
    fix: 'Opdater OpenSSL til 1.0.2r eller nyere.',
  },
})
