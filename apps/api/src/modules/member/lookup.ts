import type { Tx } from '@sundown/db'
import { DomainError, forbidden, notFound } from '../../errors.ts'
import type { TenantKey } from '../../global-id.ts'
import { roleIn, type Viewer } from '../../viewer.ts'
import type { MemberRow } from './loaders.ts'

/**
 * The membership, if the viewer may touch it; other changes of members wait meanwhile, so that two owners cannot remove
 * each other at once.
 * @throws {DomainError} not-found; forbidden where an owner is concerned and the viewer is none
 */
export async function memberOrThrow(tx: Tx, viewer: Viewer, { tenantId, id }: TenantKey): Promise<MemberRow> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`members ${tenantId}`}, 0))`
  const include = { user: { select: { name: true, email: true } } }
  const row = await tx.member.findFirst({ where: { tenantId, id }, include })
  if (!row) throw notFound('member', ['id'])
  if (row.role === 'OWNER' && roleIn(viewer, tenantId) !== 'OWNER') throw forbidden('an owner')
  return row
}

/** @throws {DomainError} conflict where nobody would own the tenant any more */
export async function refuseLastOwner(tx: Tx, { tenantId, id, role }: MemberRow): Promise<void> {
  if (role !== 'OWNER') return
  const others = await tx.member.count({ where: { tenantId, role: 'OWNER', expiresAt: null, id: { not: id } } })
  if (others === 0)
    throw new DomainError('conflict', [
      { code: 'CONFLICT', message: 'A tenant keeps at least one owner.', path: ['id'] },
    ])
}
