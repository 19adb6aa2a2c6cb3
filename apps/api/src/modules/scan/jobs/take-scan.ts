import type { Endpoint } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import { announce } from '../../../events.ts'
import type { ScanJob } from '../../../jobs/contracts.ts'
import { type Rulings, rulingsOf } from '../../../judging/rulings.ts'
import { proofsIn } from '../../domain/index.ts'
import type { ScanErrorCode } from '../scan-error.ts'

export interface TakenScan {
  readonly endpoint: Endpoint
  /** Which try this is; a worker that was given up for dead and comes back is known by an older one. */
  readonly attempt: number
  /** Roots of the tenant, PEM. */
  readonly trustAnchors: readonly string[]
  /** By what it is judged. */
  readonly rulings: Rulings
  /** Domains that the tenant proves. */
  readonly proofs: Awaited<ReturnType<typeof proofsIn>>
}

/** Marks the scan as running by this worker; null where it is over, or its endpoint is gone. */
export function takeScan({ database, now }: Connections, { tenantId, scanId }: ScanJob): Promise<TakenScan | null> {
  return database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
    const where = { tenantId, id: scanId, status: { in: ['QUEUED' as const, 'RUNNING' as const] } }
    const data = { status: 'RUNNING' as const, stage: null, progress: 0, startedAt: now(), attempt: { increment: 1 } }
    const [scan] = await tx.scan.updateManyAndReturn({ where, data })
    if (!scan) return null
    const endpoint = await tx.endpoint.findFirst({ where: { tenantId, id: scan.endpointId, deletedAt: null } })
    if (!endpoint) {
      const error: ScanErrorCode = 'endpoint-gone'
      await tx.scan.updateMany({
        where: { tenantId, id: scanId },
        data: { status: 'FAILED', error, finishedAt: now() },
      })
    }
    await announce(tx, { kind: 'scan', tenantId, id: scanId, over: !endpoint })
    if (!endpoint) return null
    const anchors = await tx.trustAnchor.findMany({ where: { tenantId }, select: { pem: true } })
    const rulings = await rulingsOf(tx, tenantId)
    const proofs = endpoint.activeChecks ? await proofsIn(tx, tenantId) : []
    return { endpoint, attempt: scan.attempt, trustAnchors: anchors.map((anchor) => anchor.pem), rulings, proofs }
  })
}

/** Puts a scan that this worker cannot finish back into the queue's view, with the reason for the last try to tell. */
export async function giveBack(
  { database }: Connections,
  { tenantId, scanId }: ScanJob,
  attempt: number,
  error: ScanErrorCode | null,
): Promise<void> {
  await database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
    const where = { tenantId, id: scanId, attempt, status: 'RUNNING' as const }
    const { count } = await tx.scan.updateMany({ where, data: { status: 'QUEUED', stage: null, progress: 0, error } })
    if (count > 0) await announce(tx, { kind: 'scan', tenantId, id: scanId, over: false })
  })
}

/** Gives a scan up after its last try. */
export async function loseScan({ database, now, log }: Connections, { tenantId, scanId }: ScanJob): Promise<void> {
  log.error({ tenantId, scanId }, 'scan given up after its last try')
  await database.asTenants({ tenants: [tenantId], user: null }, async (tx) => {
    const where = { tenantId, id: scanId, status: { in: ['QUEUED' as const, 'RUNNING' as const] } }
    const scan = await tx.scan.findFirst({ where, select: { error: true } })
    if (!scan) return
    const error = scan.error ?? ('worker-lost' satisfies ScanErrorCode)
    await tx.scan.updateMany({ where, data: { status: 'FAILED', stage: null, error, finishedAt: now() } })
    await announce(tx, { kind: 'scan', tenantId, id: scanId, over: true })
  })
}
