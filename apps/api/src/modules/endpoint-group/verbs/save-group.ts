import { Prisma } from '@sundown/db'
import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, invalid, notFound } from '../../../errors.ts'
import { keyOf, tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import type { GroupRow } from '../loaders.ts'
import { ruleFrom, ruleInput } from '../rule.ts'

const shape = z.object({
  tenantId: z.string(),
  id: z.string().nullish(),
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(500).nullish(),
  endpointIds: z.array(z.string()).max(10_000).nullish(),
  rule: ruleInput.nullish(),
})

/** Makes a group, or replaces its name, purpose and, where given, its endpoints or its rule. */
export async function saveGroup({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ group: GroupRow }> {
  const { tenantId: gid, id: groupGid, name, description, endpointIds, rule: wish } = parseInput(shape, input)
  const tenantId = tenantIdOf(gid, ['tenantId'])
  permit(ctx.viewer, tenantId, 'group.write', ['tenantId'])
  if (endpointIds && wish)
    throw invalid({ code: 'INVALID', message: 'Name endpoints or write a rule.', path: ['rule'] })
  const rule = wish ? ruleFrom(wish) : null
  const wanted =
    endpointIds && [...new Set(endpointIds)].map((one, i) => keyOf('Endpoint', one, ['endpointIds', String(i)]))
  const key = groupGid ? keyOf('EndpointGroup', groupGid, ['id']) : null
  return ctx.write(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`endpoint groups ${tenantId}`}, 0))`
    const before = key && (await tx.endpointGroup.findFirst({ where: { tenantId, id: key.id } }))
    if (key && (key.tenantId !== tenantId || !before)) throw notFound('group', ['id'])
    const same = await tx.endpointGroup.findFirst({ where: { tenantId, name } })
    if (same && same.id !== before?.id)
      throw new DomainError('conflict', [{ code: 'DUPLICATE', message: 'A group has this name.', path: ['name'] }])
    const purpose = { name, description: description || null }
    const filled = rule
      ? { kind: 'RULE' as const, rule: rule as unknown as Prisma.InputJsonValue }
      : wanted
        ? { kind: 'STATIC' as const, rule: Prisma.DbNull }
        : {}
    const data = { ...purpose, ...filled }
    const group = before
      ? await tx.endpointGroup.update({ where: { tenantId_id: { tenantId, id: before.id } }, data })
      : await tx.endpointGroup.create({ data: { tenantId, ...data } })
    if (wanted) {
      const ids = wanted.map((one) => one.id)
      const known = await tx.endpoint.findMany({
        where: { tenantId, id: { in: ids }, deletedAt: null },
        select: { id: true },
      })
      const there = new Set(known.map((row) => row.id))
      const missing = wanted.findIndex((one) => one.tenantId !== tenantId || !there.has(one.id))
      if (missing >= 0) throw notFound('endpoint', ['endpointIds', String(missing)])
      await tx.endpointGroupMember.deleteMany({ where: { tenantId, groupId: group.id } })
      await tx.endpointGroupMember.createMany({
        data: ids.map((endpointId) => ({ tenantId, groupId: group.id, endpointId })),
      })
    }
    await audit(tx, ctx, {
      tenantId,
      action: 'endpointGroupSave',
      subject: { kind: 'EndpointGroup', id: group.id },
      ...(before ? { before: { name: before.name, description: before.description, rule: before.rule } } : {}),
      after: { ...purpose, rule: group.rule, ...(wanted ? { endpoints: wanted.length } : {}) },
    })
    return { group }
  })
}
