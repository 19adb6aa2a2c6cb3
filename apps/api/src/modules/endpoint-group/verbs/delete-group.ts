import type { Tx } from '@sundown/db'
import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { inUse, notFound } from '../../../errors.ts'
import { keyOf, type TenantKey } from '../../../global-id.ts'

/** Ends a group; its endpoints stay. */
export async function deleteGroup({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = keyOf('EndpointGroup', input.id, ['id'])
  const { tenantId } = key
  permit(ctx.viewer, tenantId, 'group.write', ['id'])
  return ctx.write(async (tx) => {
    const row = await tx.endpointGroup.findFirst({ where: key })
    if (!row) throw notFound('group', ['id'])
    const uses = await usesOf(tx, key)
    if (uses > 0) throw inUse(uses)
    await tx.endpointGroup.deleteMany({ where: key })
    const subject = { kind: 'EndpointGroup', id: key.id }
    await audit(tx, ctx, { tenantId, action: 'endpointGroupDelete', subject, before: { name: row.name } })
    return { id: input.id }
  })
}

/** Scopes of the tenant that name the group; without it they would mean something else. */
async function usesOf(tx: Tx, { tenantId, id }: TenantKey): Promise<number> {
  const part = `%"${id}"%`
  const [row] = await tx.$queryRaw<[{ count: number }]>`
    SELECT count(*)::int FROM (
      SELECT "scope" FROM "Member" WHERE "tenantId" = ${tenantId}::uuid
      UNION ALL SELECT "scope" FROM "Invitation" WHERE "tenantId" = ${tenantId}::uuid AND "acceptedAt" IS NULL AND "revokedAt" IS NULL
      UNION ALL SELECT "scope" FROM "ApiKey" WHERE "tenantId" = ${tenantId}::uuid AND "revokedAt" IS NULL AND "expiresAt" > now()
      UNION ALL SELECT "scope" FROM "Delegation" WHERE "tenantId" = ${tenantId}::uuid AND "status" IN ('REQUESTED', 'ACTIVE')
    ) uses WHERE "scope"::text LIKE ${part}`
  return row.count
}
