import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { permit } from '../../../viewer.ts'
import { tenantUpdateInput } from '../inputs.ts'
import type { TenantRow } from '../loaders.ts'

/** Changes what a tenant is called, which cloud it lives in, and whether it looks after customers. */
export async function updateTenant({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ tenant: TenantRow }> {
  const { id: gid, name, cloud, kind } = parseInput(tenantUpdateInput, input)
  const id = tenantIdOf(gid, ['id'])
  permit(ctx.viewer, id, 'tenant.write', ['id'])
  return ctx.write(async (tx) => {
    const before = await tx.tenant.findUniqueOrThrow({ where: { id } })
    const data = { ...(name ? { name } : {}), ...(cloud ? { cloud } : {}), ...(kind ? { kind } : {}) }
    const tenant = await tx.tenant.update({ where: { id }, data })
    const settings = (row: TenantRow) => ({ name: row.name, cloud: row.cloud, kind: row.kind })
    await audit(tx, ctx, { tenantId: id, action: 'tenantUpdate', before: settings(before), after: settings(tenant) })
    if (tenant.cloud !== before.cloud) await ctx.app.queue.enqueueRegrade(tx, id)
    return { tenant }
  })
}
