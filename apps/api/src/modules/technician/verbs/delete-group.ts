import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { keyOf } from '../../../global-id.ts'
import { groupOrThrow } from '../lookup.ts'

/** Ends a group with everything that its people reached by it. */
export async function deleteGroup({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = keyOf('TechnicianGroup', input.id, ['id'])
  const { tenantId } = key
  permit(ctx.viewer, tenantId, 'technician.write', ['id'])
  return ctx.write(async (tx) => {
    const { name, memberIds } = await groupOrThrow(tx, key, ['id'])
    await tx.technicianGroup.deleteMany({ where: key })
    const subject = { kind: 'TechnicianGroup', id: key.id }
    await audit(tx, ctx, { tenantId, action: 'technicianGroupDelete', subject, before: { name, memberIds } })
    return { id: input.id }
  })
}
