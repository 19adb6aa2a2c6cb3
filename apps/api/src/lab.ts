import { labPortCount, startLab } from '@sundown/core/lab'
import { readEnv } from './env.ts'
import { createHealthServer } from './health-server.ts'
import { createLog } from './log.ts'
import { endOnSignal, runProcess } from './shutdown.ts'

/** The practice lab: real TLS servers on loopback, with its health on the last of its ports. */
await runProcess(async () => {
  const env = readEnv(['SUNDOWN_LAB_PORT', 'SUNDOWN_LAB_DIR', 'SUNDOWN_LOG_LEVEL'])
  const log = createLog('lab', env.SUNDOWN_LOG_LEVEL)
  const lab = await startLab({ firstPort: env.SUNDOWN_LAB_PORT, dir: env.SUNDOWN_LAB_DIR })
  const health = createHealthServer(log)
  health.get('/healthz', async () => ({ status: 'alive' }))
  health.get('/readyz', async () => ({ status: 'ready' }))
  endOnSignal(log, [() => health.close(), () => lab.stop()])
  await health.listen({ port: env.SUNDOWN_LAB_PORT + labPortCount - 1, host: '127.0.0.1' })
  log.info({ targets: lab.targets.map(({ key, port }) => ({ key, port })) }, 'the practice lab runs')
})
