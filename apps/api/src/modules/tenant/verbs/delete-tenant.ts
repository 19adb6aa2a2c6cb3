import { permit } from '../../../access/viewer.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notFound } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { logOperator } from '../../../operator-log.ts'
import { forgetProvider } from '../../../sign-in/forget-provider.ts'

/**
 * Deletes a tenant with everything that belongs to it: endpoints, history, members, keys, delegations, audit log. The
 * name is asked for, because nothing brings it back.
 */
export async function deleteTenant({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string; name: string }
}): Promise<{ id: string }> {
  const id = tenantIdOf(input.id, ['id'])
  const viewer = permit(ctx.viewer, id, 'tenant.delete', ['id'])
  const providers = await ctx.write(async (tx) => {
    const tenant = await tx.tenant.findFirst({ where: { id } })
    if (!tenant) throw notFound('tenant', ['id'])
    if (tenant.name !== input.name.trim())
      throw new DomainError('precondition', [
        { code: 'NAME_MISMATCH', message: 'Write the tenant’s name to delete it.', path: ['name'] },
      ])
    const providers = await tx.identityProvider.findMany({ where: { tenantId: id }, select: { id: true } })
    // Everything of a tenant hangs on its row.
    await tx.tenant.deleteMany({ where: { id } })
    // Its own audit log goes with it.
    const { name, slug, kind } = tenant
    const subject = { kind: 'Tenant', id }
    await logOperator(tx, ctx, viewer, { action: 'tenantDelete', subject, before: { name, slug, kind } })
    return providers
  })
  for (const provider of providers) await forgetProvider(ctx.app.database, provider)
  ctx.log.warn({ tenantId: id, by: viewer.id }, 'a tenant was deleted')
  await ctx.become({ ...viewer, memberships: viewer.memberships.filter((membership) => membership.tenantId !== id) })
  return { id: input.id }
}
