import { type AuthRefusal, authRequest } from './auth-request.ts'

/** The organisation that the people of an e-mail domain come in through. */
export interface Organisation {
  readonly ref: string
  readonly name: string
  /** Whether they come in by nothing else. */
  readonly enforced: boolean
}

/** Looks for an organisation by the part behind the @; null where there is none, or nobody could tell. */
export async function findOrganisation(email: string): Promise<Organisation | null> {
  const answer = await authRequest<{ organisation: Organisation | null }>('/organisation/discover', { email })
  return answer.ok ? answer.data.organisation : null
}

interface Visit {
  readonly ref: string
  readonly email?: string
  /** Path to come back to. */
  readonly next: string
  /** Connects the account there with the one that is signed in. */
  readonly connect?: boolean
}

/** Leaves for the organisation's identity provider; answers only where that did not work. */
export async function visitOrganisation(visit: Visit): Promise<AuthRefusal | 'LEAVING'> {
  const answer = await authRequest<{ url: string }>('/organisation/begin', visit)
  if (!answer.ok) return answer.refusal
  location.assign(answer.data.url)
  return 'LEAVING'
}

/** What came of a visit, as the address says on the way back. */
export const visitOutcomes = [
  'CONNECTED',
  'START_AGAIN',
  'OFF',
  'PROVIDER_UNREACHABLE',
  'PROVIDER_REFUSED',
  'PROVIDER_WRONG',
  'NO_ADDRESS',
  'UNVERIFIED',
  'FOREIGN_DOMAIN',
  'NOT_INVITED',
  'CONNECT_FIRST',
  'TAKEN',
] as const
export type VisitOutcome = (typeof visitOutcomes)[number]

export const visitOutcome = (given: string | null | undefined): VisitOutcome | null =>
  visitOutcomes.find((outcome) => outcome === given) ?? null
