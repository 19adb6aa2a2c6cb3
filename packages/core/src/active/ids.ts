/** Every question, by id. */
export const activeCheckIds = [
  'heartbleed',
  'ccs-injection',
  'robot',
  'ticketbleed',
  'padding-oracles',
  'compression',
  'secure-renegotiation',
  'insecure-renegotiation',
  'client-renegotiation',
  'resumption',
  'tolerance',
  'starttls-injection',
] as const
export type ActiveCheckId = (typeof activeCheckIds)[number]
