import { entryFor } from '../entry.ts'
import { vulnerableToCcsInjection } from './rule.ts'

export const vulnerableToCcsInjectionEntry = entryFor(vulnerableToCcsInjection)({
  en: {
    title: 'Not vulnerable to CCS injection',
    why: 'An attacker in between can force weak keys and read the traffic.',
    pass: 'The server did not behave as one that CCS injection works on.',
    fail: 'The server behaved as one that CCS injection works on: {answer}',
    fix: 'Update OpenSSL.',
  },
  da: {
    title: 'Ikke sårbar over for CCS injection',
    why: 'En angriber imellem kan gennemtvinge svage nøgler og læse trafikken.',
    pass: 'Serveren opførte sig ikke som en, CCS injection virker på.',
    fail: 'Serveren opførte sig som en, CCS injection virker på: {answer}',
    fix: 'Opdater OpenSSL.',
  },
})
