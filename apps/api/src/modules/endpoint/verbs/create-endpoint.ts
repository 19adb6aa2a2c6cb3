import { beyondScope } from '@sundown/db'
import type { z } from 'zod'
import { isNarrowed, permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { tenantIdOf } from '../../../global-id.ts'
import { parseInput } from '../../../parse-input.ts'
import { endpointCreateInput } from '../inputs.ts'
import type { EndpointRow } from '../loaders.ts'
import { refuseDuplicate, refuseHidden, refuseOutside, refuseTooMany } from '../lookup.ts'
import { settings } from '../settings.ts'
import { targetOf } from '../target-of.ts'

/** Adds an endpoint to a tenant; nothing is dialled. */
export async function createEndpoint({
  ctx,
  input,
}: {
  ctx: Context
  input: z.input<typeof endpointCreateInput>
}): Promise<{ endpoint: EndpointRow }> {
  const tenantId = tenantIdOf(input.tenantId, ['tenantId'])
  permit(ctx.viewer, tenantId, 'endpoint.write', ['tenantId'])
  const { address, serverName, starttls, role, label, stack, activeChecks } = parseInput(endpointCreateInput, input)
  const target = targetOf(ctx.app, { address, serverName, starttls: starttls ?? null })
  const data = {
    tenantId,
    host: target.host,
    port: target.port,
    serverName: target.serverName === target.host ? null : target.serverName,
    starttls: target.starttls,
    role: role ?? ('inbound' as const),
    label,
    stack: stack ?? null,
    activeChecks: activeChecks ?? false,
  }
  const narrowed = isNarrowed(ctx.viewer, tenantId, 'endpoint.write')
  return ctx.write(async (tx) => {
    await refuseDuplicate(tx, data)
    if (narrowed) await refuseHidden(tx, data)
    const add = async () => {
      await refuseTooMany(tx, tenantId)
      return tx.endpoint.create({ data })
    }
    const endpoint = narrowed ? await beyondScope(tx, add) : await add()
    if (narrowed) await refuseOutside(tx, endpoint)
    const subject = { kind: 'Endpoint', id: endpoint.id }
    await audit(tx, ctx, { tenantId, action: 'endpointCreate', subject, after: settings(endpoint) })
    return { endpoint }
  }, 'endpoint.write')
}
