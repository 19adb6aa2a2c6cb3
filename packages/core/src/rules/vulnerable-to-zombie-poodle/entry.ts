import { entryFor } from '../entry.ts'
import { vulnerableToZombiePoodle } from './rule.ts'

export const vulnerableToZombiePoodleEntry = entryFor(vulnerableToZombiePoodle)({
  en: {
    title: 'Not vulnerable to Zombie POODLE',
    why: 'The server answers wrong CBC padding in a telling way.',
    pass: 'The server did not behave as one that Zombie POODLE works on.',
    fail: 'The server behaved as one that Zombie POODLE works on: {answer}',
    fix: 'Update the product, or prefer AEAD suites.',
  },
  da: {
    title: 'Ikke sårbar over for Zombie POODLE',
    why: 'Serveren svarer på forkert CBC-udfyldning på en afslørende måde.',
    pass: 'Serveren opførte sig ikke som en, Zombie POODLE virker på.',
    fail: 'Serveren opførte sig som en, Zombie POODLE virker på: {answer}',
    fix: 'Opdater produktet, eller foretræk AEAD-pakker.',
  },
})
