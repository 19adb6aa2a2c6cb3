import { entryFor } from '../entry.ts'
import { earlyDataOff } from './rule.ts'

export const earlyDataOffEntry = entryFor(earlyDataOff)({
  en: {
    title: 'Early data is off',
    why: 'Early data can be sent again by an attacker; it is safe only for requests that may be repeated.',
    pass: 'Early data is not accepted.',
    fail: 'Early data is accepted.',
    fix: 'Switch 0-RTT off unless the application is built for it.',
  },
  da: {
    title: 'Early data er slået fra',
    why: 'Early data kan sendes igen af en angriber og er kun sikkert for forespørgsler, der må gentages.',
    pass: 'Early data accepteres ikke.',
    fail: 'Early data accepteres.',
    fix: 'Slå 0-RTT fra, medmindre applikationen er bygget til det.',
  },
})
