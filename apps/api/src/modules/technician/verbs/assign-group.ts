import { z } from 'zod'
import { lesserRole, roles } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound, signedOut } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { type DelegationRow, delegationOrThrow } from '../../delegation/index.ts'
import { asScope, scopeColumn, scopeFrom, scopeInput } from '../../scope/index.ts'
import type { GroupRow } from '../loaders.ts'
import { groupOrThrow } from '../lookup.ts'

const shape = z.object({
  groupId: z.string(),
  delegationId: z.string(),
  role: z.enum(roles).nullish(),
  scope: scopeInput,
})

/** Says that a group looks after a customer, or some of its endpoints, or no longer. */
export async function assignGroup({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ group: GroupRow }> {
  const wish = parseInput(shape, input)
  const key = keyOf('TechnicianGroup', wish.groupId, ['groupId'])
  const { tenantId } = key
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  permit(viewer, tenantId, 'technician.write', ['groupId'])
  const lookUp = () =>
    ctx.write(async (tx) => {
      await groupOrThrow(tx, key, ['groupId'])
      const { row } = await delegationOrThrow(tx, viewer, wish.delegationId, 'partner', ['delegationId'])
      if (row.partnerId !== tenantId) throw notFound('delegation', ['delegationId'])
      return row
    })
  const scope = wish.scope ? await scopeAt(ctx, await lookUp(), wish.scope) : null
  return ctx.write(async (tx) => {
    await groupOrThrow(tx, key, ['groupId'])
    const { row } = await delegationOrThrow(tx, viewer, wish.delegationId, 'partner', ['delegationId'])
    if (row.partnerId !== tenantId) throw notFound('delegation', ['delegationId'])
    const place = { tenantId, groupId: key.id, customerId: row.tenantId, delegationId: row.id }
    await tx.delegationAssignment.deleteMany({ where: place })
    const role = wish.role ? lesserRole(wish.role, row.role) : null
    if (role) await tx.delegationAssignment.createMany({ data: { ...place, role, scope: scopeColumn(scope) } })
    const subject = { kind: 'TechnicianGroup', id: key.id }
    const after = { customerName: row.customerName, delegationId: row.id, role, scope }
    await audit(tx, ctx, { tenantId, action: 'technicianGroupAssign', subject, after })
    return { group: await groupOrThrow(tx, key, ['groupId']) }
  })
}

/** The partner names groups and endpoints of the customer among those that the delegation opens, and only while it stands. */
function scopeAt(ctx: Context, row: DelegationRow, wish: z.infer<typeof scopeInput>) {
  const opened = row.status === 'ACTIVE' && row.expiresAt !== null && row.expiresAt > ctx.app.now()
  const within = asScope(row.scope)
  const narrowings = opened ? (within ? [[within]] : null) : []
  const reach = { tenants: [row.tenantId], user: null, scopes: { [row.tenantId]: narrowings } }
  return ctx.app.database.asTenants(reach, (tx) => scopeFrom(tx, wish, [row.tenantId]))
}
