import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { DomainError } from '../../../errors.ts'
import { keyOf } from '../../../global-id.ts'
import { afterCheck } from '../after-check.ts'
import type { ProofRow } from '../loaders.ts'
import { proofOrThrow, settings } from '../lookup.ts'

const pauseMs = 5_000

/** Looks for the proof now, outside of any transaction, and keeps what was found. */
export async function verifyProof({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ domainProof: ProofRow }> {
  const key = keyOf('DomainProof', input.id, ['id'])
  permit(ctx.viewer, key.tenantId, 'domain.write', ['id'])
  const now = ctx.app.now()
  // The look is noted before it happens, so that many requests at once send no flood of questions.
  const proof = await ctx.write(async (tx) => {
    const row = await proofOrThrow(tx, key, ['id'])
    const { count } = await tx.domainProof.updateMany({
      where: { ...key, OR: [{ checkedAt: null }, { checkedAt: { lt: new Date(now.getTime() - pauseMs) } }] },
      data: { checkedAt: now },
    })
    if (count > 0) return row
    const message = 'It was looked for a moment ago. Try again in a few seconds.'
    throw new DomainError('limit', [{ code: 'LIMIT', message, path: ['id'], params: { max: 1 } }])
  })
  const checked = await ctx.app.checkDomain(proof)
  return ctx.write(async (tx) => {
    await proofOrThrow(tx, key, ['id'])
    const domainProof = await tx.domainProof.update({
      where: { tenantId_id: key },
      data: afterCheck(proof, checked, ctx.app.now()),
    })
    await audit(tx, ctx, {
      tenantId: key.tenantId,
      action: 'domainProofVerify',
      subject: { kind: 'DomainProof', id: key.id },
      before: settings(proof),
      after: { ...settings(domainProof), failure: domainProof.failure },
    })
    return { domainProof }
  })
}
