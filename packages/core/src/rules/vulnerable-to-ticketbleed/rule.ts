import { vulnerabilityRule } from '../vulnerability.ts'

export const vulnerableToTicketbleed = vulnerabilityRule(
  'vulnerable-to-ticketbleed',
  'ticketbleed',
  'Did the server behave as one that Ticketbleed works on?',
)
