import { entryFor } from '../entry.ts'
import { acceptsBrokenCiphers } from './rule.ts'

export const acceptsBrokenCiphersEntry = entryFor(acceptsBrokenCiphers)({
  en: {
    title: 'No broken ciphers',
    why: 'Export, DES and RC2 keys are short enough to be tried out in hours.',
    pass: 'No broken cipher is accepted.',
    fail: 'Broken ciphers are accepted: {suites}.',
    fix: 'Remove export, DES and RC2 suites; nothing current needs them.',
  },
  da: {
    title: 'Ingen brudte krypteringer',
    why: 'Eksport-, DES- og RC2-nøgler er så korte, at de kan afprøves på timer.',
    pass: 'Ingen brudt kryptering accepteres.',
    fail: 'Brudte krypteringer accepteres: {suites}.',
    fix: 'Fjern eksport-, DES- og RC2-pakker. Intet aktuelt produkt har brug for dem.',
  },
})
