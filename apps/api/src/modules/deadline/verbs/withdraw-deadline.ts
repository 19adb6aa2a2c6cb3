import { permitOperator } from '../../../access/viewer.ts'
import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { logOperator } from '../../../operator-log.ts'

/** Takes back a record of an operator's; what it replaced stands again. */
export async function withdrawDeadline({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ id: string }> {
  const operator = permitOperator(ctx.viewer)
  return ctx.write(async (tx) => {
    const { count } = await tx.deadlineRecord.updateMany({
      where: { id: input.id, withdrawnAt: null },
      data: { withdrawnAt: ctx.app.now(), withdrawnBy: operator.id },
    })
    if (count === 0) throw notFound('deadline', ['id'])
    await logOperator(tx, ctx, operator, {
      action: 'deadlineWithdraw',
      subject: { kind: 'Deadline', id: input.id },
    })
    await ctx.app.queue.enqueueRegradeAll(tx)
    return { id: input.id }
  })
}
