import { entryFor } from '../entry.ts'
import { vulnerableToFreak } from './rule.ts'

export const vulnerableToFreakEntry = entryFor(vulnerableToFreak)({
  en: {
    title: 'Not vulnerable to FREAK',
    why: 'Export RSA can be forced and broken.',
    pass: 'The server did not behave as one that FREAK works on.',
    fail: 'The server behaved as one that FREAK works on: {answer}',
    fix: 'Remove export suites.',
  },
  da: {
    title: 'Ikke sårbar over for FREAK',
    why: 'Eksport-RSA kan gennemtvinges og brydes.',
    pass: 'Serveren opførte sig ikke som en, FREAK virker på.',
    fail: 'Serveren opførte sig som en, FREAK virker på: {answer}',
    fix: 'Fjern eksportpakker.',
  },
})
