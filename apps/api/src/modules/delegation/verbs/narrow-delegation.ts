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
  extends: z.literal(false).nullish(),
})

const day = 86_400_000

/**
 * Takes back a part of what a partner was allowed. The customer alone says which endpoints are open, so a scope replaces
 * the one before; role and end only ever become less.
 */
export async function narrowDelegation({
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
    if (statusAt(row, now) !== 'ACTIVE' || !row.expiresAt) throw isOver('It does not stand.')
    const { tenantId } = row
    const scope = wish ? await scopeFrom(tx, wish, [tenantId]) : asScope(row.scope)
    const custom = customRoleId ? await customRoleOrThrow(tx, tenantId, customRoleId) : null
    const wider = custom && both(guestPermissions(row.role), matchingPermissions(custom.permissions))
    if (wider) refuseBeyond(viewer, tenantId, wider, ['customRoleId'])
    const allowed = {
      customRoleId: custom?.id ?? row.customRoleId,
      role: role ? lesserRole(role, row.role) : row.role,
      extends: moves === false ? false : row.extends,
      expiresAt: days ? new Date(Math.min(row.expiresAt.getTime(), now.getTime() + days * day)) : row.expiresAt,
    }
    const [delegation] = await tx.delegation.updateManyAndReturn({
      where: { tenantId, id: row.id },
      data: { ...allowed, scope: scopeColumn(scope) },
    })
    if (!delegation) throw new Error('a delegation that was just read cannot be written')
    await audit(tx, ctx, {
      tenantId,
      action: 'delegationNarrow',
      subject: { kind: 'Delegation', id: row.id },
      before: {
        role: row.role,
        customRoleId: row.customRoleId,
        extends: row.extends,
        expiresAt: row.expiresAt,
        scope: row.scope,
      },
      after: { partnerName: row.partnerName, ...allowed, scope },
    })
    return { delegation }
  })
}
