import type { Context } from '../../../context.ts'
import { notFound } from '../../../errors.ts'
import { permitOperator } from '../../../viewer.ts'

/** Takes back a record of an operator's; what it replaced stands again. */
export async function withdrawDeadline({
  ctx,
  input,
}: {
  ctx: Context
  input: { id: string }
}): Promise<{ id: string }> {
  permitOperator(ctx.viewer)
  return ctx.write(async (tx) => {
    const { count } = await tx.deadlineRecord.updateMany({
      where: { id: input.id, withdrawnAt: null },
      data: { withdrawnAt: ctx.app.now() },
    })
    if (count === 0) throw notFound('deadline', ['id'])
    await ctx.app.queue.enqueueRegradeAll(tx)
    return { id: input.id }
  })
}
