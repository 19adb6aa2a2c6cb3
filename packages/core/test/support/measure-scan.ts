/** Scans one local port and prints the facts with the time and the live memory that it took; run with --expose-gc. */
import { createAddressGuard } from '../../src/net/address-guard.ts'
import { scanTarget } from '../../src/scan.ts'
import type { StarttlsKind } from '../../src/target.ts'

const [port, starttls, connectionTimeout, targetTimeout] = process.argv.slice(2)
const guard = createAddressGuard({ allow: ['127.0.0.0/8'] })
const target = { host: '127.0.0.1', serverName: 'server.example', starttls: (starttls || null) as StarttlsKind | null }
const budget = { connectionTimeout: Number(connectionTimeout), targetTimeout: Number(targetTimeout) }

/** A port where nothing listens: everything is loaded and compiled before the measurement starts. */
await scanTarget({ ...target, port: 1 }, { depth: 'full', guard, budget })
const live = () => {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}
const before = live()
let peak = before
const timer = setInterval(() => {
  peak = Math.max(peak, live())
}, 25)
const started = performance.now()
const [observation] = await scanTarget({ ...target, port: Number(port) }, { depth: 'full', guard, budget })
const milliseconds = performance.now() - started
clearInterval(timer)
peak = Math.max(peak, live())
process.stdout.write(
  JSON.stringify({ facts: observation?.facts, cost: observation?.cost, milliseconds, bytes: peak - before }),
)
process.exit(0)
