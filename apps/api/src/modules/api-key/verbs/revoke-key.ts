import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import type { KeyRow } from '../loaders.ts'

/** Ends a key at once. */
export async function revokeKey({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ apiKey: KeyRow }> {
  const where = keyOf('ApiKey', input.id, ['id'])
  const { tenantId } = where
  permit(ctx.viewer, tenantId, 'key.write', ['id'])
  return ctx.write(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { ...where, revokedAt: null },
      data: { revokedAt: ctx.app.now() },
    })
    if (count === 0) throw notFound('key', ['id'])
    await audit(tx, ctx, { tenantId, action: 'apiKeyRevoke', subject: { kind: 'ApiKey', id: where.id } })
    return { apiKey: await tx.apiKey.findFirstOrThrow({ where }) }
  })
}
