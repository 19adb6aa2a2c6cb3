import { openConnections } from './connections.ts'
import { readEnv } from './env.ts'
import { addHealth } from './health.ts'
import { createHealthServer } from './health-server.ts'
import { createLog } from './log.ts'
import { probeGuard } from './modules/endpoint/index.ts'
import { createDomainCheck } from './probing/check-domain.ts'
import { endOnSignal, runProcess } from './shutdown.ts'
import { startWork } from './work.ts'

/** A process that scans. Any number of them share the queue, on as many machines as wanted. */
await runProcess(async () => {
  const env = readEnv([
    'DATABASE_URL',
    'SUNDOWN_WORKER_PORT',
    'SUNDOWN_WORKER_SCANS',
    'SUNDOWN_TENANT_SCANS',
    'SUNDOWN_PROBE_ALLOW',
    'SUNDOWN_ACTIVE_ALLOW',
    'SUNDOWN_RESOLVERS',
    'SUNDOWN_ADDRESS_RATE',
    'SUNDOWN_KEEP_MONTHS',
    'SUNDOWN_LAB_PORT',
    'SUNDOWN_LOG_LEVEL',
  ])
  const log = createLog('worker', env.SUNDOWN_LOG_LEVEL)
  const connections = await openConnections(env.DATABASE_URL, log, true)
  const checkDomain = createDomainCheck({ guard: probeGuard(env), servers: env.SUNDOWN_RESOLVERS })
  const work = await startWork({ ...connections, checkDomain }, env)
  const health = createHealthServer(log)
  addHealth(health, connections)
  endOnSignal(log, [() => health.close(), () => work.stop(), () => connections.close()])
  await health.listen({ port: env.SUNDOWN_WORKER_PORT, host: '127.0.0.1' })
})
