import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { invalid, notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import type { GroupRow } from '../loaders.ts'

const shape = z.object({
  id: z.string(),
  add: z.array(z.string()).max(10_000).nullish(),
  remove: z.array(z.string()).max(10_000).nullish(),
})

/** Puts endpoints into a group and takes endpoints out; one in both lists is taken out, and the rest of the group stays. */
export async function fillGroup({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ group: GroupRow }> {
  const { id, add, remove } = parseInput(shape, input)
  const key = keyOf('EndpointGroup', id, ['id'])
  const { tenantId } = key
  permit(ctx.viewer, tenantId, 'group.write', ['id'])
  const idsOf = (list: 'add' | 'remove', gids: readonly string[]) =>
    gids.map((gid, i) => {
      const one = keyOf('Endpoint', gid, [list, String(i)])
      if (one.tenantId !== tenantId) throw notFound('endpoint', [list, String(i)])
      return one.id
    })
  const wanted = idsOf('add', add ?? [])
  const off = [...new Set(idsOf('remove', remove ?? []))]
  const on = [...new Set(wanted)].filter((one) => !off.includes(one))
  return ctx.write(async (tx) => {
    // Saving takes the same lock: meanwhile no rule takes the group over.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`endpoint groups ${tenantId}`}, 0))`
    const group = await tx.endpointGroup.findFirst({ where: key })
    if (!group) throw notFound('group', ['id'])
    if (group.rule) throw invalid({ code: 'INVALID', message: 'A rule fills this group.', path: ['id'] })
    const known = await tx.endpoint.findMany({
      where: { tenantId, id: { in: on }, deletedAt: null },
      select: { id: true },
    })
    const there = new Set(known.map((row) => row.id))
    const missing = on.find((one) => !there.has(one))
    if (missing) throw notFound('endpoint', ['add', String(wanted.indexOf(missing))])
    await tx.endpointGroupMember.createMany({
      data: on.map((endpointId) => ({ tenantId, groupId: group.id, endpointId })),
      skipDuplicates: true,
    })
    await tx.endpointGroupMember.deleteMany({ where: { tenantId, groupId: group.id, endpointId: { in: off } } })
    const subject = { kind: 'EndpointGroup', id: group.id }
    await audit(tx, ctx, {
      tenantId,
      action: 'endpointGroupFill',
      subject,
      after: { name: group.name, add: on, remove: off },
    })
    return { group }
  })
}
