import type { Delegation, DelegationStatus } from '@sundown/db'
import type { Context } from '../../context.ts'

export type DelegationRow = Delegation

const day = 86_400_000
/** Days that a request waits for an answer. */
export const patience = 90

/** Where it stands at an instant: time ends what nobody ended. */
export function statusAt({ status, requestedAt, expiresAt }: DelegationRow, now: Date): DelegationStatus {
  if (status === 'REQUESTED' && now.getTime() - requestedAt.getTime() > patience * day) return 'LAPSED'
  if (status === 'ACTIVE' && expiresAt !== null && expiresAt <= now) return 'ENDED'
  return status
}

/** Partners that were let in, or asked to be, newest first. */
export const partnersOf = (context: Context, tenantId: string): Promise<DelegationRow[]> =>
  context.read((tx) => tx.delegation.findMany({ where: { tenantId }, orderBy: { id: 'desc' }, take: 1_000 }))

/** Customers that let the partner in, or were asked to, newest first. */
export const customersOf = (context: Context, partnerId: string): Promise<DelegationRow[]> =>
  context.read((tx) => tx.delegation.findMany({ where: { partnerId }, orderBy: { id: 'desc' }, take: 1_000 }))
