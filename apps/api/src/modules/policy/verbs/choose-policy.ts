import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { policyById } from '../../../judging/rulings.ts'
import type { TenantRow } from '../../tenant/index.ts'

/** Judges a tenant by another policy from now on, and its stored facts again. */
export async function choosePolicy({
  ctx,
  input,
}: {
  ctx: Context
  input: { tenantId: string; policyId: string }
}): Promise<{ tenant: TenantRow }> {
  const tenantId = tenantIdOf(input.tenantId, ['tenantId'])
  permit(ctx.viewer, tenantId, 'policy.write', ['tenantId'])
  return ctx.write(async (tx) => {
    const policy = await policyById(tx, tenantId, input.policyId)
    if (!policy) throw notFound('policy', ['policyId'])
    const before = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { policyId: true } })
    const tenant = await tx.tenant.update({ where: { id: tenantId }, data: { policyId: policy.id } })
    await audit(tx, ctx, { tenantId, action: 'policyChoose', before, after: { policyId: policy.id } })
    await ctx.app.queue.enqueueRegrade(tx, tenantId)
    return { tenant }
  })
}
