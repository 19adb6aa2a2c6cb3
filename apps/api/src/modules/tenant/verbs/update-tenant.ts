import type { Tx } from '@sundown/db'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { tenantUpdateInput } from '../inputs.ts'
import type { TenantRow } from '../loaders.ts'

/** Changes what a tenant is called, which cloud it lives in, and whether it looks after customers. */
export async function updateTenant({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ tenant: TenantRow }> {
  const { id: gid, name, slug, cloud, kind } = parseInput(tenantUpdateInput, input)
  const id = tenantIdOf(gid, ['id'])
  permit(ctx.viewer, id, 'tenant.write', ['id'])
  return ctx.write(async (tx) => {
    const before = await tx.tenant.findUniqueOrThrow({ where: { id } })
    if (kind === 'CUSTOMER' && before.kind === 'PARTNER') await refuseWhileLetIn(tx, id, ctx.app.now())
    const data = {
      ...(name ? { name } : {}),
      ...(slug ? { slug } : {}),
      ...(cloud ? { cloud } : {}),
      ...(kind ? { kind } : {}),
    }
    const tenant = await tx.tenant.update({ where: { id }, data }).catch((error: unknown) => {
      // Another's slug cannot be looked at, so the write itself finds out.
      if (error instanceof Error && 'code' in error && error.code === 'P2002') throw taken()
      throw error
    })
    const settings = (row: TenantRow) => ({ name: row.name, slug: row.slug, cloud: row.cloud, kind: row.kind })
    await audit(tx, ctx, { tenantId: id, action: 'tenantUpdate', before: settings(before), after: settings(tenant) })
    if (tenant.cloud !== before.cloud) await ctx.app.queue.enqueueRegrade(tx, id)
    return { tenant }
  })
}

const taken = () => new DomainError('conflict', [{ code: 'DUPLICATE', message: 'This name is taken.', path: ['slug'] }])

async function refuseWhileLetIn(tx: Tx, partnerId: string, now: Date): Promise<void> {
  const count = await tx.delegation.count({ where: { partnerId, status: 'ACTIVE', expiresAt: { gt: now } } })
  if (count > 0)
    throw new DomainError('precondition', [
      { code: 'STILL_PARTNER', message: 'Customers still let it in.', path: ['kind'], params: { count } },
    ])
}
