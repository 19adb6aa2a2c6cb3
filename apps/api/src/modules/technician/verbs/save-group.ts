import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notAPartner, notFound } from '../../../errors.ts'
import { keyOf, tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import type { GroupRow } from '../loaders.ts'
import { groupOrThrow } from '../lookup.ts'

const shape = z.object({
  tenantId: z.string(),
  id: z.string().nullish(),
  name: z.string().trim().min(1).max(100),
  memberIds: z.array(z.string()).max(500),
})

/** Makes a group, or replaces its name and people. */
export async function saveGroup({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ group: GroupRow }> {
  const { tenantId: gid, id: groupGid, name, memberIds } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  permit(ctx.viewer, tenantId, 'technician.write', ['tenantId'])
  const members = [...new Set(memberIds)].map((one, i) => keyOf('Member', one, ['memberIds', String(i)]))
  return ctx.write(async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId } })
    if (tenant.kind !== 'PARTNER') throw notAPartner(['tenantId'])
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`groups ${tenantId}`}, 0))`
    const known = await tx.member.findMany({
      where: { tenantId, id: { in: members.map((m) => m.id) } },
      select: { id: true },
    })
    const missing = members.findIndex((m) => m.tenantId !== tenantId || !known.some((row) => row.id === m.id))
    if (missing >= 0) throw notFound('member', ['memberIds', String(missing)])
    const before = groupGid ? await groupOrThrow(tx, ownKey(groupGid, tenantId), ['id']) : null
    const same = await tx.technicianGroup.findFirst({ where: { tenantId, name } })
    if (same && same.id !== before?.id)
      throw new DomainError('conflict', [{ code: 'DUPLICATE', message: 'A group has this name.', path: ['name'] }])
    const { id } = before ?? (await tx.technicianGroup.create({ data: { tenantId, name } }))
    await tx.technicianGroup.updateMany({ where: { tenantId, id }, data: { name } })
    await tx.technicianGroupMember.deleteMany({ where: { tenantId, groupId: id } })
    await tx.technicianGroupMember.createMany({
      data: known.map((row) => ({ tenantId, groupId: id, memberId: row.id })),
    })
    const group = await groupOrThrow(tx, { tenantId, id }, ['id'])
    await audit(tx, ctx, {
      tenantId,
      action: 'technicianGroupSave',
      subject: { kind: 'TechnicianGroup', id },
      ...(before ? { before: { name: before.name, memberIds: before.memberIds } } : {}),
      after: { name, memberIds: group.memberIds },
    })
    return { group }
  })
}

function ownKey(globalId: string, tenantId: string) {
  const key = keyOf('TechnicianGroup', globalId, ['id'])
  if (key.tenantId !== tenantId) throw notFound('group', ['id'])
  return key
}
