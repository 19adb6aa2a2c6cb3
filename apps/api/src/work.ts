import type { Connections } from './connections.ts'
import type { Env } from './env.ts'
import { tendDelegations } from './modules/delegation/index.ts'
import { recheckDomains } from './modules/domain/index.ts'
import { probeGuard } from './modules/endpoint/index.ts'
import { regradeAll, regradeTenant } from './modules/policy/index.ts'
import { loseScan, runScan } from './modules/scan/index.ts'
import type { CheckDomain } from './probing/check-domain.ts'

type WorkEnv = Pick<
  Env,
  | 'SUNDOWN_WORKER_SCANS'
  | 'SUNDOWN_TENANT_SCANS'
  | 'SUNDOWN_PROBE_ALLOW'
  | 'SUNDOWN_LAB_PORT'
  | 'SUNDOWN_ACTIVE_ALLOW'
  | 'SUNDOWN_KEEP_MONTHS'
  | 'SUNDOWN_RESOLVERS'
  | 'SUNDOWN_ADDRESS_RATE'
>

type Working = Connections & { readonly checkDomain: CheckDomain }

export interface Work {
  /** Lets running scans go at once, so that another worker takes them. */
  readonly stop: () => Promise<void>
}

/** Starts to take jobs from the queue, in a worker process or inside the API. */
export async function startWork(connections: Working, env: WorkEnv): Promise<Work> {
  const guard = probeGuard(env)
  const stopping = new AbortController()
  const running = new Set<Promise<unknown>>()
  await connections.queue.work({
    scans: env.SUNDOWN_WORKER_SCANS,
    scansPerTenant: env.SUNDOWN_TENANT_SCANS,
    runScan: async (job, signal) => {
      const scan = runScan(
        { ...connections, guard, active: env, servers: env.SUNDOWN_RESOLVERS, addressRate: env.SUNDOWN_ADDRESS_RATE },
        job,
        AbortSignal.any([signal, stopping.signal]),
      )
      running.add(scan)
      await scan.finally(() => running.delete(scan))
    },
    loseScan: (job) => loseScan(connections, job),
    regrade: (job, signal) => regradeTenant(connections, job, AbortSignal.any([signal, stopping.signal])),
    regradeAll: () => regradeAll(connections),
    recheckDomains: () => recheckDomains(connections, connections.checkDomain, stopping.signal),
    tendDelegations: () => tendDelegations(connections),
    tendHistory: async () => {
      const { made, dropped } = await connections.tendHistory(keepFrom(env.SUNDOWN_KEEP_MONTHS, connections.now()))
      if (made > 0 || dropped.length > 0) connections.log.info({ made, dropped }, 'history tended')
    },
  })
  return {
    stop: async () => {
      stopping.abort(new Error('the worker stops'))
      await Promise.allSettled(running)
    },
  }
}

/** The first month that is kept whole; null keeps all. */
export function keepFrom(months: number, now: Date): Date | null {
  return months === 0 ? null : new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
}
