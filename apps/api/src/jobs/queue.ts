import type { Tx } from '@sundown/db'
import { fromPrisma, PgBoss } from 'pg-boss'
import type { Logger } from 'pino'
import { queueNames, type RegradeJob, regradeJob, type ScanJob, scanJob } from './contracts.ts'
import { turnsOf } from './turns.ts'

export interface Queue {
  /** Enqueues in the caller's transaction: the jobs are there if, and only if, it commits. */
  readonly enqueueScans: (tx: Tx, scans: readonly { tenantId: string; id: string }[]) => Promise<void>
  /** Asks for a tenant, or all of them, to be judged again; once, however often it is asked for before it happens. */
  readonly enqueueRegrade: (tx: Tx, tenantId: string) => Promise<void>
  readonly enqueueRegradeAll: (tx: Tx) => Promise<void>
  /** Starts to take jobs. `run` is told by the signal to let go; `lose` hears of jobs that were tried too often. */
  readonly work: (workers: Workers) => Promise<void>
  readonly isReady: () => Promise<boolean>
  /** Ends; running jobs are let go and taken by another worker. */
  readonly close: () => Promise<void>
}

export interface Workers {
  readonly scans: number
  /** How many of them one tenant may have; places that fall free in the same instant may let one more through. */
  readonly scansPerTenant: number
  readonly runScan: (job: ScanJob, signal: AbortSignal) => Promise<void>
  readonly loseScan: (job: ScanJob) => Promise<void>
  readonly regrade: (job: RegradeJob, signal: AbortSignal) => Promise<void>
  readonly regradeAll: () => Promise<void>
  readonly recheckDomains: () => Promise<void>
  readonly tendHistory: () => Promise<void>
  readonly tendDelegations: () => Promise<void>
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
    schedule: worker,
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
  // `short`: while one waits, another of the same key is not added.
  const { regrade, regradeAll, recheckDomains, tendHistory, tendDelegations } = queueNames
  for (const name of [regrade, regradeAll, recheckDomains, tendHistory, tendDelegations])
    await boss.createQueue(name, { policy: 'short', retryLimit: 3, retryDelay: 10, heartbeatSeconds: 60, notify: true })

  return {
    enqueueScans: async (tx, scans) => {
      if (scans.length === 0) return
      const turns = await turnsOf(tx, scans)
      await boss.insert(
        queueNames.scan,
        scans.map(({ tenantId, id }) => ({
          id,
          data: { tenantId, scanId: id },
          group: { id: tenantId },
          priority: -(turns.get(id) ?? 0),
        })),
        { db: fromPrisma(tx) },
      )
    },
    enqueueRegrade: async (tx, tenantId) => {
      await boss.send(queueNames.regrade, { tenantId }, { singletonKey: tenantId, db: fromPrisma(tx) })
    },
    enqueueRegradeAll: async (tx) => {
      await boss.send(queueNames.regradeAll, {}, { singletonKey: 'all', db: fromPrisma(tx) })
    },
    work: async (workers) => {
      const { scans, scansPerTenant, runScan, loseScan, regrade } = workers
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
      const calm = { notifyPollingIntervalSeconds: 10, pollingIntervalSeconds: 2 }
      await boss.work(queueNames.regrade, calm, async ([job]) => {
        if (job) await regrade(regradeJob.parse(job.data), job.signal)
      })
      await boss.work(queueNames.regradeAll, calm, () => workers.regradeAll())
      await boss.work(queueNames.recheckDomains, calm, () => workers.recheckDomains())
      await boss.work(queueNames.tendHistory, calm, () => workers.tendHistory())
      await boss.work(queueNames.tendDelegations, calm, () => workers.tendDelegations())
      // Time alone moves answers: certificates run out and deadlines come near.
      await boss.schedule(queueNames.regradeAll, '17 3 * * *', {}, { singletonKey: 'all', tz: 'UTC' })
      await boss.schedule(queueNames.recheckDomains, '41 * * * *', {}, { singletonKey: 'all', tz: 'UTC' })
      await boss.schedule(queueNames.tendHistory, '23 2 * * *', {}, { singletonKey: 'all', tz: 'UTC' })
      await boss.schedule(queueNames.tendDelegations, '7 * * * *', {}, { singletonKey: 'all', tz: 'UTC' })
      // An installation that was off over its hour catches up.
      await boss.send(queueNames.tendHistory, {}, { singletonKey: 'all' })
      await boss.send(queueNames.tendDelegations, {}, { singletonKey: 'all' })
    },
    isReady: async () => (await boss.getQueue(queueNames.scan)) !== null,
    close: () => boss.stop({ graceful: true, timeout: 2_000, close: true }),
  }
}
