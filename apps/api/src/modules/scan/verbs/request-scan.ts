import { type Endpoint, newId, type Tx } from '@sundown/db'
import { z } from 'zod'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError, notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import type { ScanRow } from '../loaders.ts'

const shape = z.object({ endpointIds: z.array(z.string()).min(1).max(500) })

/** Starts a scan of each endpoint; one that already waits or runs is answered instead of a second one. */
export async function requestScan({ ctx, input }: { ctx: Context; input: unknown }): Promise<{ scans: ScanRow[] }> {
  const { endpointIds } = parseInput(shape, input)
  const keys = endpointIds.map((id, i) => keyOf('Endpoint', id, ['endpointIds', String(i)]))
  for (const [i, key] of keys.entries()) permit(ctx.viewer, key.tenantId, 'scan.request', ['endpointIds', String(i)])
  const scans = await ctx.write(async (tx) => {
    const where = { tenantId: { in: keys.map((key) => key.tenantId) }, id: { in: keys.map((key) => key.id) } }
    const endpoints = await tx.endpoint.findMany({ where: { ...where, deletedAt: null } })
    const missing = keys.findIndex(
      (key) => !endpoints.some((endpoint) => endpoint.id === key.id && endpoint.tenantId === key.tenantId),
    )
    if (missing >= 0) throw notFound('endpoint', ['endpointIds', String(missing)])
    for (const tenantId of new Set(keys.map((key) => key.tenantId)))
      await refuseTooMany(ctx, tx, tenantId, endpoints.filter((endpoint) => endpoint.tenantId === tenantId).length)
    return insertScans(ctx, tx, endpoints)
  }, 'scan.request')
  const byEndpoint = new Map(scans.map((scan) => [scan.endpointId, scan]))
  return { scans: keys.flatMap((key) => byEndpoint.get(key.id) ?? []) }
}

/** @throws {DomainError} limit, where the tenant has asked for its share of this hour */
async function refuseTooMany({ app }: Context, tx: Tx, tenantId: string, wanted: number): Promise<void> {
  const max = app.env.SUNDOWN_TENANT_SCANS_HOUR
  // Ids are in the order of time, so no other index is needed.
  const asked = await tx.scan.count({ where: { tenantId, id: { gte: newId(app.now().getTime() - hourMs) } } })
  if (asked + wanted <= max) return
  const message = `A tenant asks for at most ${max} scans an hour.`
  throw new DomainError('limit', [{ code: 'LIMIT', message, path: ['endpointIds'], params: { max } }])
}

const hourMs = 3_600_000

/** Inserts a scan and its job for each endpoint in one transaction: either both are there or neither. */
export async function insertScans(ctx: Context, tx: Tx, endpoints: readonly Endpoint[]): Promise<ScanRow[]> {
  if (endpoints.length === 0) return []
  // Locks the endpoints, so that two requests at once do not start two scans of one.
  await tx.$queryRaw`SELECT id FROM "Endpoint" WHERE id = ANY (${endpoints.map((e) => e.id)}::uuid[]) ORDER BY id FOR UPDATE`
  const active = await tx.scan.findMany({
    where: {
      tenantId: { in: endpoints.map((endpoint) => endpoint.tenantId) },
      endpointId: { in: endpoints.map((endpoint) => endpoint.id) },
      status: { in: ['QUEUED', 'RUNNING'] },
    },
  })
  const busy = new Set(active.map((scan) => scan.endpointId))
  const now = ctx.app.now()
  const added = await tx.scan.createManyAndReturn({
    data: endpoints
      .filter((endpoint) => !busy.has(endpoint.id))
      .map(({ tenantId, id: endpointId }) => ({
        tenantId,
        id: newId(now.getTime()),
        endpointId,
        requestedBy: ctx.viewer?.userId ?? null,
        requestedAt: now,
      })),
  })
  await ctx.app.queue.enqueueScans(tx, added)
  for (const { tenantId, id, endpointId } of added)
    await audit(tx, ctx, { tenantId, action: 'scanRequest', subject: { kind: 'Scan', id }, after: { endpointId } })
  return [...active, ...added]
}
