import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { isOver, signedOut } from '../../../errors.ts'
import type { DelegationRow } from '../loaders.ts'
import { delegationOrThrow } from '../lookup.ts'

/** Ends a delegation at once, by whichever side; the next request of the partner's people finds nothing. */
export async function endDelegation({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ delegation: DelegationRow }> {
  const { viewer } = ctx
  if (!viewer) throw signedOut()
  return ctx.write(async (tx) => {
    const { row, actingFor } = await delegationOrThrow(tx, viewer, input.id, 'either')
    if (row.status !== 'REQUESTED' && row.status !== 'ACTIVE') throw isOver('It is over already.')
    const { tenantId, id, customerName, partnerName } = row
    const end = { status: 'ENDED' as const, endedAt: ctx.app.now(), endedBy: viewer.id }
    await tx.delegation.updateMany({ where: { tenantId, id }, data: end })
    const subject = { kind: 'Delegation', id }
    await audit(tx, ctx, {
      tenantId: actingFor,
      action: 'delegationEnd',
      subject,
      after: { customerName, partnerName },
    })
    return { delegation: { ...row, ...end } }
  })
}
