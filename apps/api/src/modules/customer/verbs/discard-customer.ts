import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, signedOut } from '../../../errors.ts'
import { delegationOrThrow } from '../../delegation/index.ts'
import { refuseHandedOver } from '../handed-over.ts'

/** Deletes a customer that the partner created and nobody ever owned, with everything in it. */
export async function discardCustomer({
  ctx,
  input,
}: {
  ctx: Context
  input: { delegationId: string; name: string }
}): Promise<{ id: string }> {
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  const row = await ctx.write(
    async (tx) => (await delegationOrThrow(tx, viewer, input.delegationId, 'partner', ['delegationId'])).row,
  )
  const { tenantId, partnerId } = row
  const reach = { tenants: [tenantId, partnerId], user: viewer.userId }
  await ctx.app.database.asTenants(reach, async (tx) => {
    await refuseHandedOver(tx, row)
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
    if (tenant.name !== input.name.trim())
      throw new DomainError('precondition', [
        { code: 'NAME_MISMATCH', message: 'Write the customer’s name to delete it.', path: ['name'] },
      ])
    await tx.tenant.deleteMany({ where: { id: tenantId } })
    const subject = { kind: 'Tenant', id: tenantId }
    await audit(tx, ctx, { tenantId: partnerId, action: 'customerDiscard', subject, before: { name: tenant.name } })
  })
  ctx.log.warn({ tenantId, by: viewer.id }, 'a customer that nobody owned was deleted')
  return { id: input.delegationId }
}
