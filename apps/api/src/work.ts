import type { Connections } from './connections.ts'
import type { Env } from './env.ts'
import { probeGuard } from './modules/endpoint/index.ts'
import { regradeAll, regradeTenant } from './modules/policy/index.ts'
import { loseScan, runScan } from './modules/scan/index.ts'

type WorkEnv = Pick<Env, 'SUNDOWN_WORKER_SCANS' | 'SUNDOWN_TENANT_SCANS' | 'SUNDOWN_PROBE_ALLOW' | 'SUNDOWN_LAB_PORT'>

export interface Work {
  /** Lets running scans go at once, so that another worker takes them. */
  readonly stop: () => Promise<void>
}

/** Starts to take jobs from the queue, in a worker process or inside the API. */
export async function startWork(connections: Connections, env: WorkEnv): Promise<Work> {
  const guard = probeGuard(env)
  const stopping = new AbortController()
  const running = new Set<Promise<unknown>>()
  await connections.queue.work({
    scans: env.SUNDOWN_WORKER_SCANS,
    scansPerTenant: env.SUNDOWN_TENANT_SCANS,
    runScan: async (job, signal) => {
      const scan = runScan({ ...connections, guard }, job, AbortSignal.any([signal, stopping.signal]))
      running.add(scan)
      await scan.finally(() => running.delete(scan))
    },
    loseScan: (job) => loseScan(connections, job),
    regrade: (job, signal) => regradeTenant(connections, job, AbortSignal.any([signal, stopping.signal])),
    regradeAll: () => regradeAll(connections),
  })
  return {
    stop: async () => {
      stopping.abort(new Error('the worker stops'))
      await Promise.allSettled(running)
    },
  }
}
