import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import type { Allowance, RateLimit } from '../rate-limit.ts'
import { clientAddressHeader } from '../sign-in/headers.ts'
import type { Cost } from './cost.ts'

/** All keys of one tenant together may spend as much as so many single callers. */
const tenantShare = 3

/**
 * Takes what an operation costs from the caller's bucket: the person or key, or the address where nobody signed in. What a
 * key spends counts for its tenant as well. Answers the tighter of the two.
 * @throws {GraphQLError} RATE_LIMIT, answered as 429
 */
export function spend(rateLimit: RateLimit, { viewer, headers }: Context, { requested }: Cost): Allowance {
  const caller = viewer?.id ?? headers.get(clientAddressHeader) ?? ''
  const own = rateLimit.take(caller, requested)
  const tenantId =
    viewer?.kind === 'KEY' ? viewer.memberships.find(({ partnerId }) => partnerId === null)?.tenantId : null
  const shared = own.granted && tenantId ? shareOf(rateLimit, tenantId, requested) : own
  const allowance = shared.remaining < own.remaining ? shared : own
  if (allowance.granted) return allowance
  throw new GraphQLError(`Too much in too short a time. Try again in ${allowance.reset} s.`, {
    extensions: {
      code: 'RATE_LIMIT',
      retryAfter: allowance.reset,
      http: { status: 429, headers: new Map([...rateHeaders(allowance), ['retry-after', String(allowance.reset)]]) },
    },
  })
}

function shareOf(rateLimit: RateLimit, tenantId: string, requested: number): Allowance {
  const { limit, remaining, ...rest } = rateLimit.take(`tenant ${tenantId}`, requested / tenantShare)
  return { ...rest, limit: limit * tenantShare, remaining: remaining * tenantShare }
}

/** As of the IETF draft "RateLimit header fields for HTTP". */
export const rateHeaders = ({ limit, remaining, reset }: Allowance): [string, string][] => [
  ['ratelimit-limit', String(limit)],
  ['ratelimit-remaining', String(Math.max(0, remaining))],
  ['ratelimit-reset', String(reset)],
]
