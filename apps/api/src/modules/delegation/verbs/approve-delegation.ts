import { z } from 'zod'
import { refuseBeyond } from '../../../access/grant.ts'
import { both, guestPermissions, lesserRole, matchingPermissions } from '../../../access/roles.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { isOver, signedOut } from '../../../errors.ts'
import { parseInput } from '../../../parse-input.ts'
import { customRoleOrThrow } from '../../custom-role/index.ts'
import { asScope, scopeColumn, scopeFrom, scopeInput } from '../../scope/index.ts'
import { type DelegationRow, statusAt } from '../loaders.ts'
import { delegationOrThrow } from '../lookup.ts'

const shape = z.object({
  id: z.string(),
  role: z.enum(['ADMIN', 'OPERATOR', 'VIEWER']).nullish(),
  customRoleId: z.string().nullish(),
  days: z.int().min(1).max(730).nullish(),
  scope: scopeInput,
  extends: z.boolean().nullish(),
})

const day = 86_400_000

/** Lets the partner in: never with more, or for longer, than was asked for. */
export async function approveDelegation({
  ctx,
  input,
}: {
  ctx: Context
  input: unknown
}): Promise<{ delegation: DelegationRow }> {
  const { id, role, customRoleId, days, scope: wish, extends: moves } = parseInput(shape, input)
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  const now = ctx.app.now()
  return ctx.write(async (tx) => {
    const { row } = await delegationOrThrow(tx, viewer, id, 'customer')
    if (statusAt(row, now) !== 'REQUESTED') throw isOver('This request no longer waits.')
    const granted = {
      role: role ? lesserRole(role, row.role) : row.role,
      days: Math.min(days ?? row.days, row.days),
      extends: row.extends && (moves ?? false),
    }
    const { tenantId } = row
    const custom = customRoleId ? await customRoleOrThrow(tx, tenantId, customRoleId) : null
    const open = guestPermissions(granted.role)
    const opened = custom ? both(open, matchingPermissions(custom.permissions)) : open
    refuseBeyond(viewer, tenantId, opened, [custom ? 'customRoleId' : 'role'])
    const scope = wish === undefined ? asScope(row.scope) : await scopeFrom(tx, wish, [tenantId])
    const expiresAt = new Date(now.getTime() + granted.days * day)
    const [delegation] = await tx.delegation.updateManyAndReturn({
      where: { tenantId, id: row.id },
      data: {
        ...granted,
        customRoleId: custom?.id ?? null,
        scope: scopeColumn(scope),
        status: 'ACTIVE',
        decidedAt: now,
        decidedBy: viewer.id,
        expiresAt,
      },
    })
    if (!delegation) throw new Error('a delegation that was just read cannot be written')
    const subject = { kind: 'Delegation', id: row.id }
    const after = { partnerName: row.partnerName, ...granted, customRole: custom?.name, scope, expiresAt }
    await audit(tx, ctx, { tenantId, action: 'delegationApprove', subject, after })
    return { delegation }
  })
}
