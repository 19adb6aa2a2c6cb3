import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { keyOf } from '../../../global-id.ts'
import { proofOrThrow, settings } from '../lookup.ts'

/** Takes a domain off the list; its endpoints are asked no active checks from the next scan on. */
export async function deleteProof({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ id: string }> {
  const key = keyOf('DomainProof', input.id, ['id'])
  const { tenantId } = key
  permit(ctx.viewer, tenantId, 'domain.write', ['id'])
  return ctx.write(async (tx) => {
    const row = await proofOrThrow(tx, key, ['id'])
    await tx.domainProof.deleteMany({ where: key })
    const subject = { kind: 'DomainProof', id: key.id }
    await audit(tx, ctx, { tenantId, action: 'domainProofDelete', subject, before: settings(row) })
    return { id: input.id }
  })
}
