import { createLookup } from '@sundown/core/dns'
import type { AddressGuard } from '@sundown/core/guard'
import { type Observation, scan } from '@sundown/core/scan'
import type { Connections } from '../../../connections.ts'
import type { ScanJob } from '../../../jobs/contracts.ts'
import { judgeFor } from '../../../judging/judge-for.ts'
import { hostResolver } from '../../../probing/host-resolver.ts'
import { targetOfRow } from '../../../probing/target-of-row.ts'
import { activeReason, allowsActive, isPracticeLab, type OperatorEnv, operatorAllows } from '../../domain/index.ts'
import { cancelledBy } from './cancelled-by.ts'
import { progressWriter } from './progress-writer.ts'
import { storeScan } from './store-scan.ts'
import { giveBack, takeScan } from './take-scan.ts'

export interface Probing extends Connections {
  /** Which addresses may be dialled. */
  readonly guard: AddressGuard
  /** Where the operator allows active checks without proof. */
  readonly active: OperatorEnv
  /** Name servers; the system's where empty. */
  readonly servers: readonly string[]
  /** Connections a second that one address is asked at most. */
  readonly addressRate: number
}

/**
 * Runs one scan from its ids. Throws where another worker shall try again: when this one is told to stop by `stop`, and
 * on faults. A scan that was cancelled, finished by somebody else or whose endpoint is gone ends quietly.
 */
export async function runScan(worker: Probing, job: ScanJob, stop: AbortSignal): Promise<void> {
  const taken = await takeScan(worker, job)
  if (!taken) return
  const { endpoint, attempt, trustAnchors, rulings, proofs } = taken
  const mayProvoke = endpoint.activeChecks && allowsActive(activeReason(worker.active, endpoint, proofs, worker.now()))
  const log = worker.log.child({ scanId: job.scanId, tenantId: job.tenantId, attempt })
  const cancelled = cancelledBy(worker, job)
  const progress = progressWriter(worker, job, attempt)
  const started = performance.now()
  try {
    const observations: Observation[] = []
    const signal = AbortSignal.any([stop, cancelled.signal])
    const events = scan(targetOfRow(endpoint), {
      depth: 'full',
      guard: worker.guard,
      trustAnchors,
      allowActive: (address) =>
        mayProvoke || (endpoint.activeChecks && operatorAllows(worker.active, endpoint, address)),
      signal,
      ...politely(worker, endpoint.port, endpoint.host, signal),
      ...lookingUpAt(worker.servers),
    })
    for await (const event of events) {
      if (event.type === 'observation') observations.push(event.observation)
      else progress.say(event.stage, event.progress)
    }
    if (cancelled.signal.aborted) return
    stop.throwIfAborted()
    progress.say('JUDGING', 95)
    const now = worker.now()
    const judged = observations.map((observation) => ({
      observation,
      judgement: judgeFor(endpoint, observation.facts, rulings, now),
    }))
    progress.say('STORING', 98)
    await progress.settled()
    const milliseconds = Math.round(performance.now() - started)
    const stored = await storeScan(worker, { job, attempt, endpoint, judged, milliseconds })
    log.info({ endpoint: `${endpoint.host}:${endpoint.port}`, milliseconds, stored }, 'scan done')
  } catch (err) {
    await progress.settled()
    if (!stop.aborted) log.error({ err }, 'scan failed')
    await giveBack(worker, job, attempt, stop.aborted ? null : 'internal').catch(() => {})
    throw err
  } finally {
    cancelled.stop()
  }
}

const lookingUpAt = (servers: readonly string[]) =>
  servers.length === 0
    ? { dnsPolicies: {} }
    : { dnsPolicies: { servers }, resolve: hostResolver(createLookup({ servers })) }

/** One scan of an address at a time, at the pace that is allowed; the practice lab is on one address and takes all of its scans. */
const politely = (worker: Probing, port: number, host: string, signal: AbortSignal) =>
  isPracticeLab(worker.active, port, host)
    ? {}
    : {
        turn: (address: string) => worker.turns.take(address, signal),
        budget: { perSecond: worker.addressRate },
      }
