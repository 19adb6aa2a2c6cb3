import { entryFor } from '../entry.ts'
import { offersForwardSecrecy } from './rule.ts'

export const offersForwardSecrecyEntry = entryFor(offersForwardSecrecy)({
  en: {
    title: 'Forward secrecy is offered',
    why: 'Without forward secrecy, whoever gets the server’s key later can read everything that was recorded earlier.',
    pass: 'Forward-secret suites are accepted: {suites}.',
    fail: 'No forward-secret suite is accepted. Accepted: {suites}.',
    fix: 'Enable ECDHE suites and place them first.',
  },
  da: {
    title: 'Fremadrettet hemmeligholdelse tilbydes',
    why: 'Uden fremadrettet hemmeligholdelse kan den, der senere får fat i serverens nøgle, læse alt det, der er optaget tidligere.',
    pass: 'Krypteringspakker med fremadrettet hemmeligholdelse accepteres: {suites}.',
    fail: 'Ingen krypteringspakke med fremadrettet hemmeligholdelse accepteres. Accepteres: {suites}.',
    fix: 'Slå ECDHE-pakker til, og sæt dem først.',
  },
})
