import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { keyOf } from '../../../global-id.ts'
import type { MemberRow } from '../loaders.ts'
import { memberOrThrow, refuseLastOwner } from '../lookup.ts'

/** Ends a membership at once; the person's account stays, since it may belong elsewhere. */
export async function removeMember({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ member: MemberRow }> {
  const key = keyOf('Member', input.id, ['id'])
  const { tenantId } = key
  const viewer = permit(ctx.viewer, tenantId, 'member.write', ['id'])
  return ctx.write(async (tx) => {
    const member = await memberOrThrow(tx, viewer, key)
    await refuseLastOwner(tx, member)
    await tx.member.deleteMany({ where: key })
    const before = { email: member.user.email, role: member.role }
    await audit(tx, ctx, { tenantId, action: 'memberRemove', subject: { kind: 'Member', id: key.id }, before })
    return { member }
  })
}
