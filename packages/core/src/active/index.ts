/**
 * Questions that go beyond what an ordinary client does. Each is asked only where the tenant permits it, each is bounded,
 * and none takes more from the server than what proves the answer.
 */

/** Every active question, by id; the table with its code follows in `active-checks.ts`. */
export const activeCheckIds = [
  'heartbleed',
  'ccs-injection',
  'robot',
  'ticketbleed',
  'padding-oracles',
  'crime',
  'insecure-renegotiation',
  'client-renegotiation',
  'secure-renegotiation',
  'resumption',
  'resumption-13',
  'starttls-injection',
] as const
export type ActiveCheckId = (typeof activeCheckIds)[number]
