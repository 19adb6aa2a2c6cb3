import type { Connections } from '../../../connections.ts'
import type { ScanJob } from '../../../jobs/contracts.ts'

export interface Cancelled {
  readonly signal: AbortSignal
  /** Listens no more. */
  readonly stop: () => void
}

/** Aborts when somebody ends the scan while it runs, also when that happened while the line for events was down. */
export function cancelledBy({ events, database }: Connections, { tenantId, scanId }: ScanJob): Cancelled {
  const controller = new AbortController()
  const stopHearing = events.onEvent(async (event) => {
    if (event.kind === 'scan' && event.id === scanId && event.over) controller.abort()
    if (event.kind !== 'missed') return
    const running = await database
      .asTenants({ tenants: [tenantId], user: null }, (tx) =>
        tx.scan.findFirst({ where: { tenantId, id: scanId, status: 'RUNNING' }, select: { id: true } }),
      )
      .catch(() => 'could not look')
    if (running === null) controller.abort()
  })
  return { signal: controller.signal, stop: stopHearing }
}
