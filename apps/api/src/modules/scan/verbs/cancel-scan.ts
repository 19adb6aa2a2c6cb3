import { permit } from '../../../access/viewer.ts'
import { audit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { isOver, notFound } from '../../../errors.ts'
import { announce } from '../../../events.ts'
import { keyOf } from '../../../global-id.ts'
import type { ScanRow } from '../loaders.ts'

/** Stops a scan that waits or runs; its worker hears of it and hangs up. */
export async function cancelScan({ ctx, input }: { ctx: Context; input: { id: string } }): Promise<{ scan: ScanRow }> {
  const key = keyOf('Scan', input.id, ['id'])
  permit(ctx.viewer, key.tenantId, 'scan.request', ['id'])
  return ctx.write(async (tx) => {
    const [scan] = await tx.scan.updateManyAndReturn({
      where: { ...key, status: { in: ['QUEUED', 'RUNNING'] } },
      data: { status: 'CANCELLED', stage: null, finishedAt: ctx.app.now() },
    })
    if (scan) {
      await announce(tx, { kind: 'scan', tenantId: key.tenantId, id: key.id, over: true })
      await audit(tx, ctx, { tenantId: key.tenantId, action: 'scanCancel', subject: { kind: 'Scan', id: key.id } })
      return { scan }
    }
    if (!(await tx.scan.findFirst({ where: key }))) throw notFound('scan', ['id'])
    throw isOver('The scan is over already.')
  }, 'scan.request')
}
