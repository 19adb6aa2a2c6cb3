import type { Scope, Tx } from '@sundown/db'
import { refuseBeyond } from '../../access/grant.ts'
import { memberPermissions, type Role } from '../../access/roles.ts'
import { roleIn, type Viewer } from '../../access/viewer.ts'
import { forbidden, invalid, lastOwner, notFound } from '../../errors.ts'
import type { TenantKey } from '../../global-id.ts'
import type { CustomRoleRow } from '../custom-role/index.ts'
import type { MemberRow } from './loaders.ts'

/**
 * The membership, if the viewer may touch it; other changes of members wait meanwhile, so that two owners cannot remove
 * each other at once.
 * @throws {DomainError} not-found; forbidden where an owner is concerned and the viewer is none, or who holds more than the viewer
 */
export async function memberOrThrow(tx: Tx, viewer: Viewer, { tenantId, id }: TenantKey): Promise<MemberRow> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`members ${tenantId}`}, 0))`
  const include = { user: { select: { name: true, email: true } }, customRole: { select: { permissions: true } } }
  const row = await tx.member.findFirst({ where: { tenantId, id }, include })
  if (!row) throw notFound('member', ['id'])
  if (row.role === 'OWNER' && roleIn(viewer, tenantId) !== 'OWNER') throw forbidden('an owner')
  refuseBeyond(viewer, tenantId, memberPermissions(row.role, row.customRole?.permissions ?? null), ['id'])
  return row
}

/** @throws {DomainError} conflict where nobody would own the tenant any more */
export async function refuseLastOwner(tx: Tx, { tenantId, id, role }: MemberRow): Promise<void> {
  if (role !== 'OWNER') return
  const others = await tx.member.count({ where: { tenantId, role: 'OWNER', expiresAt: null, id: { not: id } } })
  if (others === 0) throw lastOwner()
}

export interface Given {
  readonly role: Role
  readonly custom: CustomRoleRow | null
  readonly scope: Scope | null
}

/**
 * What a person is to be given, held against what the giver holds.
 * @throws {DomainError} forbidden; invalid for an owner who is limited
 */
export function refuseGift(viewer: Viewer, tenantId: string, { role, custom, scope }: Given): void {
  if (role === 'OWNER' && roleIn(viewer, tenantId) !== 'OWNER') throw forbidden('an owner')
  if (role === 'OWNER' && (custom || scope))
    throw invalid({
      code: 'INVALID',
      message: 'An owner is not limited.',
      path: [custom ? 'customRoleId' : 'scope'],
    })
  refuseBeyond(viewer, tenantId, memberPermissions(role, custom?.permissions ?? null), [
    custom ? 'customRoleId' : 'role',
  ])
}
