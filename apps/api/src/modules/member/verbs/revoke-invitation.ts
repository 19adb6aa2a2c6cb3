import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import type { InvitationRow } from '../loaders.ts'

/** Takes an invitation back; its link works no more. */
export async function revokeInvitation({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ invitation: InvitationRow }> {
  const where = keyOf('Invitation', input.id, ['id'])
  const { tenantId } = where
  permit(ctx.viewer, tenantId, 'member.write', ['id'])
  return ctx.write(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { ...where, acceptedAt: null, revokedAt: null },
      data: { revokedAt: ctx.app.now() },
    })
    if (count === 0) throw notFound('invitation', ['id'])
    await audit(tx, ctx, { tenantId, action: 'invitationRevoke', subject: { kind: 'Invitation', id: where.id } })
    return { invitation: await tx.invitation.findFirstOrThrow({ where }) }
  })
}
