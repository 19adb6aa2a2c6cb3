import { z } from 'zod'
import { refuseBeyond } from '../../../access/grant.ts'
import { matchingPermissions, permissionPattern } from '../../../access/roles.ts'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid } from '../../../errors.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import type { CustomRoleRow } from '../loaders.ts'
import { customRoleOrThrow } from '../lookup.ts'

const most = 50

const shape = z.object({
  tenantId: z.string(),
  id: z.string().nullish(),
  name: z.string().trim().min(1).max(100),
  patterns: z
    .array(z.string().regex(permissionPattern, userIssue('INVALID', 'A pattern over permissions, such as endpoint.*')))
    .min(1)
    .max(30),
})

/** Makes a role of the tenant's own, or changes it for everybody who has it: before and after within what the writer holds. */
export async function saveRole({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ role: CustomRoleRow }> {
  const { tenantId: gid, id: roleGid, name, patterns } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  const viewer = permit(ctx.viewer, tenantId, 'role.write', ['tenantId'])
  const nothing = patterns.findIndex((pattern) => matchingPermissions([pattern]).size === 0)
  if (nothing >= 0)
    throw invalid({ code: 'INVALID', message: 'No permission is like this.', path: ['patterns', String(nothing)] })
  refuseBeyond(viewer, tenantId, matchingPermissions(patterns), ['patterns'])
  return ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`roles ${tenantId}`}, 0))`
    const before = roleGid ? await customRoleOrThrow(tx, tenantId, roleGid, ['id']) : null
    if (before) refuseBeyond(viewer, tenantId, matchingPermissions(before.permissions), ['id'])
    const same = await tx.customRole.findFirst({ where: { tenantId, name } })
    if (same && same.id !== before?.id)
      throw new DomainError('conflict', [{ code: 'DUPLICATE', message: 'A role has this name.', path: ['name'] }])
    if (!before && (await tx.customRole.count({ where: { tenantId } })) >= most)
      throw new DomainError('limit', [
        { code: 'LIMIT', message: `A tenant has at most ${most} roles of its own.`, path: [], params: { max: most } },
      ])
    const data = { name, permissions: [...new Set(patterns)] }
    const role = before
      ? await tx.customRole.update({ where: { tenantId_id: { tenantId, id: before.id } }, data })
      : await tx.customRole.create({ data: { tenantId, ...data } })
    await audit(tx, ctx, {
      tenantId,
      action: 'customRoleSave',
      subject: { kind: 'CustomRole', id: role.id },
      ...(before ? { before: { name: before.name, permissions: before.permissions } } : {}),
      after: data,
    })
    return { role }
  })
}
