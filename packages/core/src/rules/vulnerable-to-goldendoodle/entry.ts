import { entryFor } from '../entry.ts'
import { vulnerableToGoldendoodle } from './rule.ts'

export const vulnerableToGoldendoodleEntry = entryFor(vulnerableToGoldendoodle)({
  en: {
    title: 'Not vulnerable to GOLDENDOODLE',
    why: 'The server answers valid padding with a wrong code in a telling way, which makes decryption quick.',
    pass: 'The server did not behave as one that GOLDENDOODLE works on.',
    fail: 'The server behaved as one that GOLDENDOODLE works on: {answer}',
    fix: 'Update the product, or prefer AEAD suites.',
  },
  da: {
    title: 'Ikke sårbar over for GOLDENDOODLE',
    why: 'Serveren svarer afslørende på gyldig udfyldning med forkert kode, så dekryptering går hurtigt.',
    pass: 'Serveren opførte sig ikke som en, GOLDENDOODLE virker på.',
    fail: 'Serveren opførte sig som en, GOLDENDOODLE virker på: {answer}',
    fix: 'Opdater produktet, eller foretræk AEAD-pakker.',
  },
})
