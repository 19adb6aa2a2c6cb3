import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound, signedOut } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { lesserRole, type Role } from '../../../roles.ts'
import { permit } from '../../../viewer.ts'
import { delegationOrThrow } from '../../delegation/index.ts'
import type { GroupRow } from '../loaders.ts'
import { groupOrThrow } from '../lookup.ts'

/** Says that a group looks after a customer, or no longer. */
export async function assignGroup({
  ctx,
  input,
}: {
  ctx: Context
  input: { groupId: string; delegationId: string; role?: Role | null | undefined }
}): Promise<{ group: GroupRow }> {
  const key = keyOf('TechnicianGroup', input.groupId, ['groupId'])
  const { tenantId } = key
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  permit(viewer, tenantId, 'technician.write', ['groupId'])
  return ctx.write(async (tx) => {
    await groupOrThrow(tx, key, ['groupId'])
    const { row } = await delegationOrThrow(tx, viewer, input.delegationId, 'partner', ['delegationId'])
    if (row.partnerId !== tenantId) throw notFound('delegation', ['delegationId'])
    const place = { tenantId, groupId: key.id, customerId: row.tenantId, delegationId: row.id }
    await tx.delegationAssignment.deleteMany({ where: place })
    const role = input.role ? lesserRole(input.role, row.role) : null
    if (role) await tx.delegationAssignment.createMany({ data: { ...place, role } })
    const subject = { kind: 'TechnicianGroup', id: key.id }
    const after = { customerName: row.customerName, delegationId: row.id, role }
    await audit(tx, ctx, { tenantId, action: 'technicianGroupAssign', subject, after })
    return { group: await groupOrThrow(tx, key, ['groupId']) }
  })
}
