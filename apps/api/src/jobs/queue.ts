import type { Tx } from '@sundown/db'
import { fromPrisma, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { queueNames, type ScanJob, scanJob } from './contracts.ts'

export interface Queue {
  /** Enqueues in the caller's transaction: the jobs are there if, and only if, it commits. */
  readonly enqueueScans: (tx: Tx, scans: readonly { tenantId: string; id: string }[]) => Promise<void>
  /** Starts to take jobs. `run` is told by the signal to let go; `lose` hears of jobs that were tried too often. */
  readonly work: (workers: Workers) => Promise<void>
  readonly isReady: () => Promise<boolean>
  /** Ends; running jobs are let go and taken by another worker. */
  readonly close: () => Promise<void>
}

export interface Workers {
  readonly scans: number
  readonly scansPerTenant: number
  readonly runScan: (job: ScanJob, signal: AbortSignal) => Promise<void>
  readonly loseScan: (job: ScanJob) => Promise<void>
}

export interface QueueOptions {
  readonly url: string
  readonly log: Logger
  /** Whether this process takes jobs and looks after lost ones. */
  readonly worker: boolean
}

/** Opens the job queue, which lives in the same database as everything else. */
export async function openQueue({ url, log, worker }: QueueOptions): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'sundown_queue',
    max: worker ? 6 : 2,
    createSchema: false,
    supervise: worker,
    schedule: false,
    useListenNotify: worker,
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 3,
  })
  boss.on('error', (err) => log.error({ err }, 'queue'))
  boss.on('warning', (warning) => log.warn({ warning }, 'queue'))
  await boss.start()
  await boss.createQueue(queueNames.scanLost, { retryLimit: 5, retryDelay: 5 })
  const options = {
    // A worker that dies says nothing more; after this its job goes to another one.
    heartbeatSeconds: 10,
    expireInSeconds: 900,
    retryLimit: 4,
    retryDelay: 1,
    deadLetter: queueNames.scanLost,
    notify: true,
  }
  await boss.createQueue(queueNames.scan, options)
  await boss.updateQueue(queueNames.scan, options)

  return {
    enqueueScans: async (tx, scans) => {
      if (scans.length === 0) return
      await boss.insert(
        queueNames.scan,
        scans.map(({ tenantId, id }) => ({ id, data: { tenantId, scanId: id }, group: { id: tenantId } })),
        { db: fromPrisma(tx) },
      )
    },
    work: async ({ scans, scansPerTenant, runScan, loseScan }) => {
      await boss.work(
        queueNames.scan,
        {
          localConcurrency: scans,
          groupConcurrency: scansPerTenant,
          notifyPollingIntervalSeconds: 1,
          pollingIntervalSeconds: 1,
          heartbeatRefreshSeconds: 3,
        },
        async ([job]) => {
          if (job) await runScan(scanJob.parse(job.data), job.signal)
        },
      )
      await boss.work(queueNames.scanLost, { pollingIntervalSeconds: 2 }, async ([job]) => {
        if (job) await loseScan(scanJob.parse(job.data))
      })
    },
    isReady: async () => (await boss.getQueue(queueNames.scan)) !== null,
    close: () => boss.stop({ graceful: true, timeout: 2_000, close: true }),
  }
}
