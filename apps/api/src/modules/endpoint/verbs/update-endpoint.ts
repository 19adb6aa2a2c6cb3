import { starttlsKinds } from '@sundown/core/target'
import type { z } from 'zod'
import { isNarrowed, permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { keyOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { addressText } from '../address-text.ts'
import { endpointUpdateInput } from '../inputs.ts'
import type { EndpointRow } from '../loaders.ts'
import { endpointOrThrow, refuseDuplicate, refuseHidden, refuseOutside } from '../lookup.ts'
import { settings } from '../settings.ts'
import { targetOf } from '../target-of.ts'

/** Changes an endpoint. What is left out stays; a changed target has no verdict until it is scanned. */
export async function updateEndpoint({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof endpointUpdateInput>
}): Promise<{ endpoint: EndpointRow }> {
  const key = keyOf('Endpoint', input.id, ['id'])
  permit(ctx.viewer, key.tenantId, 'endpoint.write', ['id'])
  const wish = parseInput(endpointUpdateInput, input)
  const narrowed = isNarrowed(ctx.viewer, key.tenantId, 'endpoint.write')
  return ctx.write(async (tx) => {
    const before = await endpointOrThrow(tx, key, ['id'])
    const starttls = wish.starttls === undefined ? before.starttls : wish.starttls
    const target = targetOf(ctx.app, {
      address: wish.address ?? addressText(before),
      serverName: (wish.serverName === undefined ? before.serverName : wish.serverName) || null,
      starttls: starttlsKinds.find((kind) => kind === starttls) ?? null,
    })
    const peer = {
      host: target.host,
      port: target.port,
      serverName: target.serverName === target.host ? null : target.serverName,
      starttls: target.starttls,
    }
    await refuseDuplicate(tx, { ...key, ...peer })
    if (narrowed) await refuseHidden(tx, { ...key, ...peer })
    const moved = (Object.keys(peer) as (keyof typeof peer)[]).some((field) => peer[field] !== before[field])
    const unjudged = { verdict: null, score: null, policyId: null, judgedAt: null, lastScanId: null }
    const endpoint = await tx.endpoint.update({
      where: { tenantId_id: key },
      data: {
        ...peer,
        ...(moved ? unjudged : {}),
        ...(wish.role ? { role: wish.role } : {}),
        ...(wish.stack === undefined ? {} : { stack: wish.stack }),
        // The mark said that the old host was the tenant's own.
        activeChecks: wish.activeChecks ?? (peer.host === before.host && before.activeChecks),
        ...(wish.label === undefined ? {} : { label: wish.label || null }),
      },
    })
    if (narrowed) await refuseOutside(tx, key)
    if (moved) await tx.finding.deleteMany({ where: { tenantId: key.tenantId, endpointId: key.id } })
    const change = { before: settings(before), after: settings(endpoint) }
    await audit(tx, ctx, {
      tenantId: key.tenantId,
      action: 'endpointUpdate',
      subject: { kind: 'Endpoint', id: key.id },
      ...change,
    })
    return { endpoint }
  }, 'endpoint.write')
}
