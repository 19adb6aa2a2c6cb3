import { entryFor } from '../entry.ts'
import { vulnerableToTicketbleed } from './rule.ts'

export const vulnerableToTicketbleedEntry = entryFor(vulnerableToTicketbleed)({
  en: {
    title: 'Not vulnerable to Ticketbleed',
    why: 'The appliance gives back memory with the session ticket.',
    pass: 'The server did not behave as one that Ticketbleed works on.',
    fail: 'The server behaved as one that Ticketbleed works on: {answer}',
    fix: 'Update the appliance, or switch session tickets off.',
  },
  da: {
    title: 'Ikke sårbar over for Ticketbleed',
    why: 'Enheden giver hukommelse fra sig sammen med sessionsbilletten.',
    pass: 'Serveren opførte sig ikke som en, Ticketbleed virker på.',
    fail: 'Serveren opførte sig som en, Ticketbleed virker på: {answer}',
    fix: 'Opdater enheden, eller slå sessionsbilletter fra.',
  },
})
