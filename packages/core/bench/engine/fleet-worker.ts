/**
 * One half of the fleet comparison, in a process of its own so that its CPU time is its own. Arguments: `prober` or `bare`,
 * port, targets, connections in flight. Prints JSON: CPU microseconds, elapsed milliseconds, peak live bytes, answers.
 */
import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { buildClientHello } from '../../src/hello/build-client-hello.ts'
import { plainOffer } from '../../src/hello/shapes.ts'
import { openGuard } from '../../src/net/address-guard.ts'
import { Budget } from '../../src/net/budget.ts'
import { createRandom } from '../../src/net/random.ts'
import { probe } from '../../src/probe/probe.ts'
import { clientHello } from '../../src/wire/client-hello.ts'
import { encodeHandshake, handshakeTypes } from '../../src/wire/handshake.ts'
import { encodeRecord } from '../../src/wire/record.ts'

const [mode, ...numbers] = process.argv.slice(2)
const [port = 0, targets = 0, inFlight = 0] = numbers.map(Number)
const offer = plainOffer('TLSv1.2', 'bench.example')
const reach = {
  guard: openGuard,
  budget: new Budget({ inFlight, perSecond: null, total: Number.POSITIVE_INFINITY }),
  timeout: 10_000,
  random: createRandom(),
  clientName: 'bench.invalid',
  live: new Set<never>(),
}

/** Targets spread over 127.0.0.0/8. */
const addressOf = (at: number): string => `127.${(at >> 16) & 0x7f}.${(at >> 8) & 0xff}.${at & 0xff || 1}`

async function byProber(at: number): Promise<boolean> {
  const address = addressOf(at)
  const outcome = await probe({ host: address, address, port, serverName: null, starttls: null }, offer, reach as never)
  return outcome.kind === 'server-hello'
}

const secrets = { random: randomBytes(32), sessionId: new Uint8Array(0), keyShares: [] }
const fragment = encodeHandshake(handshakeTypes.clientHello, clientHello, buildClientHello(offer, secrets))
const hello = encodeRecord({ type: 22, version: 0x0301, fragment })

function bare(at: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: addressOf(at), port, noDelay: true, autoSelectFamily: false })
    let answered = false
    socket.on('connect', () => socket.write(hello))
    socket.on('data', () => {
      answered = true
      socket.destroy()
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => resolve(answered))
  })
}

const one = mode === 'prober' ? byProber : bare
/** Bytes in use after a collection; needs --expose-gc. */
function live(): number {
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function run(count: number): Promise<{ answers: number; peak: number }> {
  let next = 0
  let answers = 0
  let peak = 0
  const worker = async (): Promise<void> => {
    while (next < count) {
      const at = next
      next += 1
      if (await one(at)) answers += 1
      if (at % 5_000 === 0) peak = Math.max(peak, live())
    }
  }
  await Promise.all(Array.from({ length: Math.min(inFlight, count) }, worker))
  return { answers, peak }
}

await run(Math.min(2_000, targets))
const cpu = process.cpuUsage()
const started = performance.now()
const { answers, peak } = await run(targets)
const { user, system } = process.cpuUsage(cpu)
process.stdout.write(JSON.stringify({ cpu: user + system, milliseconds: performance.now() - started, peak, answers }))
