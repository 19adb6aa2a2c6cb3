import { entryFor } from '../entry.ts'
import { fallbackScsv } from './rule.ts'

export const fallbackScsvEntry = entryFor(fallbackScsv)({
  en: {
    title: 'A forced step down is noticed',
    why: 'The fallback signal lets the server refuse a client that somebody pushed down to an older version.',
    pass: 'The fallback signal is honoured.',
    fail: 'The fallback signal is ignored.',
    fix: 'Update the TLS library, or switch the old versions off: then there is nothing to step down to.',
  },
  da: {
    title: 'Et tvunget skridt ned opdages',
    why: 'Fallback-signalet lader serveren afvise en klient, som nogen har presset ned på en ældre version.',
    pass: 'Fallback-signalet respekteres.',
    fail: 'Fallback-signalet ignoreres.',
    fix: 'Opdater TLS-biblioteket, eller slå de gamle versioner fra, så der ikke er noget at gå ned til.',
  },
})
