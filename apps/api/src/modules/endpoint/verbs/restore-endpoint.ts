import { isNarrowed, permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { keyOf } from '../../../global-id.ts'
import type { EndpointRow } from '../loaders.ts'
import { endpointOrThrow, refuseDuplicate, refuseHidden, refuseTooMany } from '../lookup.ts'
import { settings } from '../settings.ts'

/** Watches a deleted endpoint again, unless the same one has been added meanwhile. */
export async function restoreEndpoint({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ endpoint: EndpointRow }> {
  const key = keyOf('Endpoint', input.id, ['id'])
  permit(ctx.viewer, key.tenantId, 'endpoint.write', ['id'])
  return ctx.write(async (tx) => {
    const deleted = await endpointOrThrow(tx, key, ['id'], 'deleted')
    await refuseTooMany(tx, key.tenantId)
    await refuseDuplicate(tx, deleted, ['id'])
    if (isNarrowed(ctx.viewer, key.tenantId, 'endpoint.write')) await refuseHidden(tx, deleted, ['id'])
    const endpoint = await tx.endpoint.update({ where: { tenantId_id: key }, data: { deletedAt: null } })
    const subject = { kind: 'Endpoint', id: key.id }
    await audit(tx, ctx, { tenantId: key.tenantId, action: 'endpointRestore', subject, after: settings(endpoint) })
    return { endpoint }
  }, 'endpoint.write')
}
