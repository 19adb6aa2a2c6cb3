import type { DomainProof } from '@sundown/db'
import { isBelow } from './domain-name.ts'

export type ProofState = 'PENDING' | 'PROVEN' | 'LAPSED'

/** How long a proof that nobody could look for still counts. */
export const graceMs = 72 * 3_600_000

export type Proof = Pick<DomainProof, 'domain' | 'method' | 'verifiedAt' | 'lapsedAt'>

/** A proof holds while it is found, and for the days of grace in which nobody could tell. */
export function stateOf({ verifiedAt, lapsedAt }: Proof, now: Date): ProofState {
  if (!verifiedAt) return 'PENDING'
  return lapsedAt || now.getTime() - verifiedAt.getTime() > graceMs ? 'LAPSED' : 'PROVEN'
}

/** Whether a proof speaks for a name: a record for everything below the domain, a file for the one name that serves it. */
export const speaksFor = ({ domain, method }: Proof, name: string): boolean =>
  method === 'DNS' ? isBelow(domain, name) : domain === name
