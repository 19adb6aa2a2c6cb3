import type { Tx } from '@sundown/db'
import { DomainError } from '../../errors.ts'
import type { DelegationRow } from '../delegation/index.ts'

/**
 * Lets pass while nobody has ever belonged to a customer that the partner created; who joins meanwhile waits.
 * @throws {DomainError} precondition
 */
export async function refuseHandedOver(tx: Tx, { tenantId, requestedAt, decidedAt }: DelegationRow): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`members ${tenantId}`}, 0))`
  // Asked for and allowed in one moment: no customer stood behind it.
  const wasCreated = decidedAt?.getTime() === requestedAt.getTime()
  const joined = await tx.invitation.count({ where: { tenantId, acceptedAt: { not: null } } })
  if (wasCreated && joined === 0 && (await tx.member.count({ where: { tenantId } })) === 0) return
  throw new DomainError('precondition', [
    { code: 'HANDED_OVER', message: 'The customer has people of its own.', path: ['delegationId'] },
  ])
}
