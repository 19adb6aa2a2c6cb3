import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'

/** Trusts a root no more, from the next scan on. */
export async function removeTrustAnchor({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ id: string }> {
  const key = keyOf('TrustAnchor', input.id, ['id'])
  const { tenantId } = key
  permit(ctx.viewer, tenantId, 'trust.write', ['id'])
  return ctx.write(async (tx) => {
    const row = await tx.trustAnchor.findFirst({ where: key })
    if (!row) throw notFound('certificate', ['id'])
    await tx.trustAnchor.deleteMany({ where: key })
    const before = { name: row.name, sha256: row.sha256 }
    await audit(tx, ctx, {
      tenantId,
      action: 'trustAnchorRemove',
      subject: { kind: 'TrustAnchor', id: key.id },
      before,
    })
    return { id: input.id }
  })
}
