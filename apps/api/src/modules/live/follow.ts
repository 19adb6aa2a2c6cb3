import { isNarrowed, permit } from '../../access/viewer.ts'
import type { Context } from '../../context.ts'
import { notFound } from '../../errors.ts'
import type { Heard } from '../../events.ts'
import type { TenantKey } from '../../global-id.ts'
import { keyOf, tenantIdOf } from '../../global-id.ts'
import { type ScanRow, scanByKey } from '../scan/index.ts'

/** A scan that moved. It is read anew under the rights of the moment, so that an ended membership ends the view. */
export interface ScanMoved {
  readonly read: (context: Context) => Promise<ScanRow>
}

const moved = (key: TenantKey): ScanMoved => ({
  read: async (context) => {
    permit(context.viewer, key.tenantId, 'tenant.read', ['scanId'])
    const scan = await scanByKey(context, key)
    if (!scan) throw notFound('scan', ['scanId'])
    return scan
  },
})

/** The scan as it stands, then each move, until it is over. */
export async function followScan(context: Context, globalId: string): Promise<AsyncIterable<ScanMoved>> {
  const key = keyOf('Scan', globalId, ['scanId'])
  permit(context.viewer, key.tenantId, 'tenant.read', ['scanId'])
  const moves = context.app.events.listen(key.tenantId, context.signal)
  const current = await scanByKey(context, key)
  if (!current) throw notFound('scan', ['scanId'])
  return until(key, moves, ['QUEUED', 'RUNNING'].includes(current.status))
}

async function* until(key: TenantKey, moves: AsyncIterable<Heard>, moving: boolean): AsyncGenerator<ScanMoved> {
  yield moved(key)
  if (!moving) return
  for await (const event of moves) {
    if (event.kind === 'scan' && event.id !== key.id) continue
    yield moved(key)
    if (event.kind === 'scan' && event.over) return
  }
}

/** Scans that wait or run now, then every one that moves. */
export async function followTenant(context: Context, globalId: string): Promise<AsyncIterable<ScanMoved>> {
  const tenantId = tenantIdOf(globalId, ['tenantId'])
  permit(context.viewer, tenantId, 'tenant.read', ['tenantId'])
  const moves = context.app.events.listen(tenantId, context.signal)
  return every(context, tenantId, moves, await recent(context, tenantId, []))
}

async function* every(
  context: Context,
  tenantId: string,
  moves: AsyncIterable<Heard>,
  atOnce: readonly ScanMoved[],
): AsyncGenerator<ScanMoved> {
  yield* atOnce
  for await (const event of moves) {
    if (event.kind === 'scan') {
      if (await isSeen(context, { tenantId, id: event.id })) yield moved({ tenantId, id: event.id })
    } else
      yield* await recent(context, tenantId, [{ finishedAt: { gt: new Date(context.app.now().getTime() - 300_000) } }])
  }
}

/** What lies beyond a reader's scope is passed over; it does not end the stream. */
async function isSeen(context: Context, { tenantId, id }: TenantKey): Promise<boolean> {
  if (!isNarrowed(context.viewer, tenantId)) return true
  const scan = await context.read((tx) => tx.scan.findFirst({ where: { tenantId, id }, select: { id: true } }))
  await context.close()
  return scan !== null
}

async function recent(context: Context, tenantId: string, also: { finishedAt: { gt: Date } }[]): Promise<ScanMoved[]> {
  const rows = await context.read((tx) =>
    tx.scan.findMany({
      where: { tenantId, OR: [{ status: { in: ['QUEUED', 'RUNNING'] } }, ...also] },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: 100,
    }),
  )
  await context.close()
  return rows.map(({ id }) => moved({ tenantId, id }))
}
