/**
 * Scans local ports when its parent asks, and answers with the facts, the time and the live memory that each took.
 * A process of its own, so that the peers' memory is not counted; run with --expose-gc.
 */
import { createAddressGuard } from '../../src/net/address-guard.ts'
import { scanTarget } from '../../src/scan.ts'
import type { StarttlsKind } from '../../src/target.ts'

export interface MeasureRequest {
  readonly port: number
  readonly starttls: StarttlsKind | null
  readonly connectionTimeout: number
  readonly targetTimeout: number
}

const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })

const live = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function measure({ port, starttls, ...budget }: MeasureRequest) {
  const before = live()
  let peak = before
  const timer = setInterval(() => {
    peak = Math.max(peak, live())
  }, 100)
  const started = performance.now()
  const target = { host: '127.0.0.1', port, serverName: 'server.example', starttls }
  const [observation] = await scanTarget(target, { depth: 'full', guard, budget })
  const milliseconds = performance.now() - started
  clearInterval(timer)
  peak = Math.max(peak, live())
  return { facts: observation?.facts, milliseconds, bytes: peak - before }
}

process.on('message', async (request: MeasureRequest) => process.send?.(await measure(request)))
// A port where nothing listens: everything is loaded and compiled before the first measurement.
await measure({ port: 1, starttls: null, connectionTimeout: 100, targetTimeout: 100 })
process.send?.('ready')
