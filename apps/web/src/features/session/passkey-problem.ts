import type { PasskeyOutcome } from './passkey.ts'

/** What is worth telling about a passkey that did not sign in; what the person broke off is not. */
export type PasskeyProblem = 'PASSKEY_REFUSED' | 'THROUGH_ORGANISATION' | 'TOO_MANY' | 'UNREACHABLE'

export function passkeyProblem(outcome: PasskeyOutcome): PasskeyProblem | null {
  if (outcome === 'DONE' || outcome === 'DISMISSED') return null
  if (outcome === 'THROUGH_ORGANISATION' || outcome === 'TOO_MANY' || outcome === 'UNREACHABLE') return outcome
  return 'PASSKEY_REFUSED'
}
