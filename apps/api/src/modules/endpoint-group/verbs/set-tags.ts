import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput, userIssue } from '../../../parse-input.ts'
import type { EndpointRow } from '../../endpoint/index.ts'

const tag = z
  .string()
  .trim()
  .toLowerCase()
  .min(1)
  .max(64)
  .refine((text) => !/[\p{C},]/u.test(text), userIssue('INVALID', 'No commas and no control characters.'))

const shape = z.object({
  endpointIds: z.array(z.string()).min(1).max(500),
  add: z.array(tag).max(50).nullish(),
  remove: z.array(tag).max(50).nullish(),
})

/** Puts words on endpoints and takes words off; a word in both lists is taken off. */
export async function setTags({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ endpoints: EndpointRow[] }> {
  const { endpointIds, add, remove } = parseInput(shape, input)
  const keys = [...new Set(endpointIds)].map((id, i) => keyOf('Endpoint', id, ['endpointIds', String(i)]))
  for (const [i, key] of keys.entries()) permit(ctx.viewer, key.tenantId, 'endpoint.write', ['endpointIds', String(i)])
  return ctx.write(async (tx) => {
    const endpoints: EndpointRow[] = []
    for (const [tenantId, group] of Map.groupBy(keys, (key) => key.tenantId)) {
      const ids = group.map((key) => key.id)
      const rows = await tx.endpoint.findMany({
        where: { tenantId, id: { in: ids }, deletedAt: null },
        orderBy: { id: 'asc' },
      })
      const missing = group.find((key) => !rows.some((row) => row.id === key.id))
      if (missing) throw notFound('endpoint', ['endpointIds', String(keys.indexOf(missing))])
      const off = remove ?? []
      const on = (add ?? []).filter((word) => !off.includes(word))
      await tx.endpointTag.createMany({
        data: rows.flatMap(({ id }) => on.map((word) => ({ tenantId, endpointId: id, tag: word }))),
        skipDuplicates: true,
      })
      await tx.endpointTag.deleteMany({ where: { tenantId, endpointId: { in: ids }, tag: { in: off } } })
      await audit(tx, ctx, { tenantId, action: 'endpointTag', after: { endpoints: ids, add: on, remove: off } })
      endpoints.push(...rows)
    }
    return { endpoints }
  }, 'endpoint.write')
}
