import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { forbidden } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import type { Role } from '../../../roles.ts'
import { permit, roleIn } from '../../../viewer.ts'
import type { MemberRow } from '../loaders.ts'
import { memberOrThrow, refuseLastOwner } from '../lookup.ts'

/** Changes what a person may do. */
export async function updateMember({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string; role: Role }
}): Promise<{ member: MemberRow }> {
  const key = keyOf('Member', input.id, ['id'])
  const { tenantId } = key
  const viewer = permit(ctx.viewer, tenantId, 'member.write', ['id'])
  if (input.role === 'OWNER' && roleIn(viewer, tenantId) !== 'OWNER') throw forbidden('an owner')
  return ctx.write(async (tx) => {
    const before = await memberOrThrow(tx, viewer, key)
    if (input.role !== 'OWNER') await refuseLastOwner(tx, before)
    await tx.member.updateMany({ where: key, data: { role: input.role } })
    const subject = { kind: 'Member', id: key.id }
    const change = { before: { role: before.role }, after: { role: input.role } }
    await audit(tx, ctx, { tenantId, action: 'memberUpdate', subject, ...change })
    return { member: { ...before, role: input.role } }
  })
}
