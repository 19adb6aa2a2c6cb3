import type { Tx } from '@sundown/db'
import { permit, reachableTenants, type Viewer } from '../../access/viewer.ts'
import { notFound } from '../../errors.ts'
import { keyOf } from '../../global-id.ts'
import type { DelegationRow } from './loaders.ts'

/**
 * A delegation with the side that the viewer acts for; other changes of it wait meanwhile.
 * @throws {DomainError} not-found where the viewer is on neither side; forbidden without the permission there
 */
export async function delegationOrThrow(
  tx: Tx,
  viewer: Viewer,
  globalId: string,
  side: 'customer' | 'partner' | 'either',
  path: string[] = ['id'],
): Promise<{ row: DelegationRow; actingFor: string }> {
  const key = keyOf('Delegation', globalId, path)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`delegation ${key.id}`}, 0))`
  const row = await tx.delegation.findFirst({ where: key })
  if (!row) throw notFound('delegation', path)
  const own = reachableTenants({ ...viewer, memberships: viewer.memberships.filter((m) => m.partnerId === null) })
  const sides = { customer: [row.tenantId], partner: [row.partnerId], either: [row.tenantId, row.partnerId] }[side]
  const actingFor = sides.find((tenantId) => own.includes(tenantId))
  if (!actingFor) throw notFound('delegation', path)
  permit(viewer, actingFor, 'delegation.write', path)
  return { row, actingFor }
}
