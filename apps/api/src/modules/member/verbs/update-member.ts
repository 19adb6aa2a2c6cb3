import { z } from 'zod'
import { roles } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { customRoleOrThrow } from '../../custom-role/index.ts'
import { asScope, scopeColumn, scopeFrom, scopeInput } from '../../scope/index.ts'
import type { MemberRow } from '../loaders.ts'
import { memberOrThrow, refuseGift, refuseLastOwner } from '../lookup.ts'

const shape = z.object({
  id: z.string(),
  role: z.enum(roles).nullish(),
  customRoleId: z.string().nullish(),
  scope: scopeInput,
  memberDays: z.int().min(1).max(3_650).nullish(),
})

/** Changes what a person may do, on which endpoints, and until when. What is left out stays. */
export async function updateMember({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ member: MemberRow }> {
  const wish = parseInput(shape, input)
  const key = keyOf('Member', wish.id, ['id'])
  const { tenantId } = key
  const viewer = permit(ctx.viewer, tenantId, 'member.write', ['id'])
  return ctx.write(async (tx) => {
    const before = await memberOrThrow(tx, viewer, key)
    const role = wish.role ?? before.role
    const roleId = wish.customRoleId === undefined ? null : wish.customRoleId
    const kept = wish.customRoleId === undefined ? before.customRoleId : null
    const custom = roleId
      ? await customRoleOrThrow(tx, tenantId, roleId)
      : kept
        ? await tx.customRole.findFirst({ where: { tenantId, id: kept } })
        : null
    const scope = wish.scope === undefined ? asScope(before.scope) : await scopeFrom(tx, wish.scope, [tenantId])
    refuseGift(viewer, tenantId, { role, custom, scope })
    const expiresAt =
      wish.memberDays === undefined
        ? before.expiresAt
        : wish.memberDays === null
          ? null
          : new Date(ctx.app.now().getTime() + wish.memberDays * 86_400_000)
    if (role !== 'OWNER' || expiresAt !== null) await refuseLastOwner(tx, before)
    const data = { role, customRoleId: custom?.id ?? null, expiresAt }
    await tx.member.updateMany({ where: key, data: { ...data, scope: scopeColumn(scope) } })
    const subject = { kind: 'Member', id: key.id }
    const { customRoleId, scope: scopeBefore, expiresAt: expiresBefore } = before
    await audit(tx, ctx, {
      tenantId,
      action: 'memberUpdate',
      subject,
      before: { role: before.role, customRoleId, scope: scopeBefore, expiresAt: expiresBefore },
      after: { ...data, scope },
    })
    return { member: { ...before, ...data, scope: scope as never } }
  })
}
