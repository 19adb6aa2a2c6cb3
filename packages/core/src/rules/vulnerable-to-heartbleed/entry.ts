import { entryFor } from '../entry.ts'
import { vulnerableToHeartbleed } from './rule.ts'

export const vulnerableToHeartbleedEntry = entryFor(vulnerableToHeartbleed)({
  en: {
    title: 'Not vulnerable to Heartbleed',
    why: 'It lets anybody read the server’s memory, keys included.',
    pass: 'The server did not behave as one that Heartbleed works on.',
    fail: 'The server behaved as one that Heartbleed works on: {answer}',
    fix: 'Update OpenSSL, then replace key and certificate: they may have been read.',
  },
  da: {
    title: 'Ikke sårbar over for Heartbleed',
    why: 'Den lader enhver læse serverens hukommelse, også nøgler.',
    pass: 'Serveren opførte sig ikke som en, Heartbleed virker på.',
    fail: 'Serveren opførte sig som en, Heartbleed virker på: {answer}',
    fix: 'Opdater OpenSSL, og udskift derefter nøgle og certifikat, for de kan være blevet læst.',
  },
})
