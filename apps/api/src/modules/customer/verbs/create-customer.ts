import { newId } from '@sundown/db'
import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notAPartner, notFound } from '../../../errors.ts'
import { keyOf, tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import type { DelegationRow } from '../../delegation/index.ts'
import { insertTenant, tenantName } from '../../tenant/index.ts'

const day = 86_400_000
const most = 5_000

const shape = z.object({
  partnerId: z.string(),
  name: tenantName,
  role: z.enum(['ADMIN', 'OPERATOR', 'VIEWER']).nullish(),
  days: z.int().min(1).max(730).nullish(),
  technicianGroupId: z.string().nullish(),
})

/**
 * A tenant that nobody owns, with a delegation that stands already. The partner's people work in it as guests, so they
 * can give nobody access but its first owner.
 */
export async function createCustomer({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ delegation: DelegationRow }> {
  const { partnerId: partnerGid, name, role, days, technicianGroupId } = parseInput(shape, input)
  const partnerId = tenantIdOf(partnerGid, ['partnerId'])
  const viewer = permit(ctx.viewer, partnerId, 'delegation.write', ['partnerId'])
  if (technicianGroupId) permit(viewer, partnerId, 'technician.write', ['technicianGroupId'])
  const now = ctx.app.now()
  const tenantId = newId(now.getTime())
  const expiresAt = new Date(now.getTime() + (days ?? 365) * day)
  const granted = { role: role ?? ('ADMIN' as const), days: days ?? 365, expiresAt }
  await ctx.close()
  const reach = { tenants: [tenantId, partnerId], user: viewer.userId }
  return ctx.app.database.asTenants(reach, async (tx) => {
    const partner = await tx.tenant.findUniqueOrThrow({ where: { id: partnerId } })
    if (partner.kind !== 'PARTNER') throw notAPartner(['partnerId'])
    if ((await tx.delegation.count({ where: { partnerId, status: { in: ['REQUESTED', 'ACTIVE'] } } })) >= most)
      throw new DomainError('limit', [
        { code: 'LIMIT', message: `A partner has at most ${most} customers.`, path: [], params: { max: most } },
      ])
    const group = technicianGroupId && keyOf('TechnicianGroup', technicianGroupId, ['technicianGroupId'])
    if (group && (group.tenantId !== partnerId || !(await tx.technicianGroup.findFirst({ where: group }))))
      throw notFound('group', ['technicianGroupId'])
    await insertTenant(ctx, tx, { id: tenantId, name, kind: 'CUSTOMER', owner: null })
    const delegation = await tx.delegation.create({
      data: {
        tenantId,
        partnerId,
        customerName: name,
        partnerName: partner.name,
        ...granted,
        status: 'ACTIVE',
        requestedBy: viewer.id,
        requestedAt: now,
        decidedBy: viewer.id,
        decidedAt: now,
      },
    })
    if (group) {
      const place = { tenantId: partnerId, groupId: group.id, customerId: tenantId, delegationId: delegation.id }
      await tx.delegationAssignment.create({ data: { ...place, role: granted.role } })
    }
    const subject = { kind: 'Delegation', id: delegation.id }
    const deed = { action: 'customerCreate', subject, after: { customerName: name, ...granted } }
    await audit(tx, ctx, { tenantId, partnerId, ...deed })
    await audit(tx, ctx, { tenantId: partnerId, ...deed })
    return { delegation }
  })
}
