import { refuseBeyond } from '../../../access/grant.ts'
import { matchingPermissions } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { inUse, notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'

/** Ends a role that nobody has and nobody is invited to. */
export async function deleteRole({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = keyOf('CustomRole', input.id, ['id'])
  const { tenantId } = key
  const viewer = permit(ctx.viewer, tenantId, 'role.write', ['id'])
  return ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`roles ${tenantId}`}, 0))`
    const role = await tx.customRole.findFirst({ where: key })
    if (!role) throw notFound('role', ['id'])
    refuseBeyond(viewer, tenantId, matchingPermissions(role.permissions), ['id'])
    const where = { tenantId, customRoleId: key.id }
    const open = { acceptedAt: null, revokedAt: null, expiresAt: { gt: ctx.app.now() } }
    const standing = { status: { in: ['REQUESTED' as const, 'ACTIVE' as const] } }
    const uses =
      (await tx.member.count({ where })) +
      (await tx.invitation.count({ where: { ...where, ...open } })) +
      (await tx.delegation.count({ where: { ...where, ...standing } }))
    if (uses > 0) throw inUse(uses)
    await tx.invitation.updateMany({ where, data: { customRoleId: null } })
    await tx.delegation.updateMany({ where, data: { customRoleId: null } })
    await tx.customRole.deleteMany({ where: key })
    const before = { name: role.name, permissions: role.permissions }
    await audit(tx, ctx, { tenantId, action: 'customRoleDelete', subject: { kind: 'CustomRole', id: key.id }, before })
    return { id: input.id }
  })
}
