import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { permit } from '../../../viewer.ts'

/** Ends a group; its endpoints stay. */
export async function deleteGroup({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = keyOf('EndpointGroup', input.id, ['id'])
  const { tenantId } = key
  permit(ctx.viewer, tenantId, 'endpoint.write', ['id'])
  return ctx.write(async (tx) => {
    const row = await tx.endpointGroup.findFirst({ where: key })
    if (!row) throw notFound('group', ['id'])
    await tx.endpointGroup.deleteMany({ where: key })
    const subject = { kind: 'EndpointGroup', id: key.id }
    await audit(tx, ctx, { tenantId, action: 'endpointGroupDelete', subject, before: { name: row.name } })
    return { id: input.id }
  })
}
