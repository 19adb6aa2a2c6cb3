import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { isOver, signedOut } from '../../../errors.ts'
import type { DelegationRow } from '../loaders.ts'
import { delegationOrThrow } from '../lookup.ts'

/** Says no to a request. */
export async function refuseDelegation({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ delegation: DelegationRow }> {
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  return ctx.write(async (tx) => {
    const { row } = await delegationOrThrow(tx, viewer, input.id, 'customer')
    if (row.status !== 'REQUESTED') throw isOver('This request no longer waits.')
    const { tenantId, id } = row
    const answer = { status: 'REFUSED' as const, decidedAt: ctx.app.now(), decidedBy: viewer.id }
    await tx.delegation.updateMany({ where: { tenantId, id }, data: answer })
    const after = { partnerName: row.partnerName }
    await audit(tx, ctx, { tenantId, action: 'delegationRefuse', subject: { kind: 'Delegation', id }, after })
    return { delegation: { ...row, ...answer } }
  })
}
