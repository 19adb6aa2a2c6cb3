import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { announce } from '../../../events.ts'
import { keyOf } from '../../../global-id.ts'
import type { EndpointRow } from '../loaders.ts'
import { endpointOrThrow } from '../lookup.ts'
import { settings } from '../settings.ts'

/** Stops watching an endpoint and whatever scan of it waits or runs; its history stays. */
export async function deleteEndpoint({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ endpoint: EndpointRow }> {
  const key = keyOf('Endpoint', input.id, ['id'])
  permit(ctx.viewer, key.tenantId, 'endpoint.write', ['id'])
  const now = ctx.app.now()
  return ctx.write(async (tx) => {
    await endpointOrThrow(tx, key, ['id'])
    const endpoint = await tx.endpoint.update({ where: { tenantId_id: key }, data: { deletedAt: now } })
    const stopped = await tx.scan.updateManyAndReturn({
      where: { tenantId: key.tenantId, endpointId: key.id, status: { in: ['QUEUED', 'RUNNING'] } },
      data: { status: 'CANCELLED', stage: null, finishedAt: now },
      select: { id: true },
    })
    for (const { id } of stopped) await announce(tx, { kind: 'scan', tenantId: key.tenantId, id, over: true })
    const subject = { kind: 'Endpoint', id: key.id }
    await audit(tx, ctx, { tenantId: key.tenantId, action: 'endpointDelete', subject, before: settings(endpoint) })
    return { endpoint }
  }, 'endpoint.write')
}
