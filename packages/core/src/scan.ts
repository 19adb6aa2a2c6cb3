import { beginResumption, runActiveChecks, withActive } from './active/index.ts'
import { type DnsPolicyOptions, observeDnsPolicies, type PolicyFetch } from './dns-policy/index.ts'
import { unobservedFacts } from './enumerate/empty-facts.ts'
import { type AskFor, type ObserveStage, observe, type Topic } from './enumerate/observe.ts'
import type { Facts } from './facts.ts'
import type { AddressGuard } from './net/address-guard.ts'
import { Budget } from './net/budget.ts'
import type { ByteStream } from './net/byte-stream.ts'
import type { ProxyAddress } from './net/proxy.ts'
import { createRandom } from './net/random.ts'
import { type Resolution, resolveHost } from './net/resolve.ts'
import type { FailureReason } from './probe/outcome.ts'
import { probe } from './probe/probe.ts'
import type { Reach } from './probe/reach.ts'
import { Rotation } from './rotation.ts'
import type { AddressedTarget, Target } from './target.ts'

export type ScanStage = 'RESOLVING' | ObserveStage

export interface ScanBudget {
  /** Connections at once per address; 10 by default, 4 behind STARTTLS. */
  readonly inFlight?: number
  /** Connections started per second and address; null, the default, for no limit. */
  readonly perSecond?: number | null
  /** Connections per address in all; 600 by default. */
  readonly total?: number
  /** Milliseconds per connection; 10,000 by default. */
  readonly connectionTimeout?: number
  /** Milliseconds per address; 60,000 by default. */
  readonly targetTimeout?: number
}

export interface ScanOptions {
  /** `quick` asks for versions, best suite and certificate; `full` for everything. */
  readonly depth: Facts['depth']
  /** Which addresses may be dialled; checked before every connection, and the checked address is the one dialled. */
  readonly guard: AddressGuard
  /** Extra roots, PEM. */
  readonly trustAnchors?: readonly string[]
  readonly budget?: ScanBudget
  /** Ends the scan soon; what is not yet known stays unknown. */
  readonly signal?: AbortSignal
  /** Facts of an earlier scan of the same target: an unchanged server is then asked much less. */
  readonly previous?: Facts
  /** How many rescans came before; by default this process counts them for each server, from a random start. */
  readonly rescan?: number
  /** Whether checks that provoke the server (Heartbleed and the like) may run, for all addresses or one by one. */
  readonly allowActive?: boolean | ((address: string) => boolean)
  /** Finds the addresses of a name, once for a scan; the system's resolver by default. */
  readonly resolve?: (host: string) => Promise<Resolution>
  /** Waits for the turn to probe an address, which is over when what it gives is called; by default it is always ours. */
  readonly turn?: (address: string) => Promise<() => void>
  /** Every connection goes through it; names are still resolved here, so that the address can be checked. */
  readonly proxy?: ProxyAddress | null
  /** Our name where a protocol asks for one; `sundown.invalid` by default. */
  readonly clientName?: string
  /** Asks DNS and the policy server about CAA, DANE, MTA-STS and TLS reporting; left out, nothing is asked. */
  readonly dnsPolicies?: Omit<DnsPolicyOptions, 'policy'> & { readonly policy?: Omit<PolicyFetch, 'guard'> }
}

/** One address of the target, observed. */
export interface Observation {
  /** `address` is empty where the name gave none. */
  readonly target: AddressedTarget
  readonly facts: Facts
  readonly cost: {
    readonly connections: number
    readonly milliseconds: number
    /** How many of the connections were for what; a connection that answers several questions is counted once. */
    readonly questions?: Partial<Record<Topic | 'sessions', number>>
  }
}

export type ScanEvent =
  | { readonly type: 'stage'; readonly address: string | null; readonly stage: ScanStage; readonly progress: number }
  | { readonly type: 'observation'; readonly observation: Observation }

/**
 * Observes every address of a target, each on its own budget, and tells what it is doing meanwhile. Never throws for what
 * a peer or the network does; `progress` is a percentage over all addresses.
 */
export async function* scan(target: Target, options: ScanOptions): AsyncGenerator<ScanEvent, void, undefined> {
  yield { type: 'stage', address: null, stage: 'RESOLVING', progress: 0 }
  const resolution = await (options.resolve ?? resolveHost)(target.host)
  if (!resolution.resolved) {
    yield { type: 'observation', observation: unresolved(target, resolution.reason, options) }
    return
  }
  const { addresses } = resolution
  const queue: ScanEvent[] = []
  let wake: (() => void) | null = null
  let running = addresses.length
  const shares = new Map<string, number>()
  const push = (event: ScanEvent): void => {
    queue.push(event)
    wake?.()
  }
  const onStage = (address: string, stage: ObserveStage): void => {
    shares.set(address, stageProgress[stage])
    const sum = [...shares.values()].reduce((total, share) => total + share, 0)
    push({ type: 'stage', address, stage, progress: Math.floor(sum / addresses.length) })
  }
  let failure: { readonly error: unknown } | null = null
  const work = Promise.all(
    addresses.map(async (address) => {
      try {
        const observation = await observeAddress({ ...target, address }, options, (stage) => onStage(address, stage))
        shares.set(address, 100)
        push({ type: 'observation', observation })
      } catch (error) {
        failure = { error }
      } finally {
        running -= 1
        wake?.()
      }
    }),
  )
  while (running > 0 || queue.length > 0) {
    const event = queue.shift()
    if (event !== undefined) yield event
    else {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      wake = null
    }
  }
  await work
  if (failure !== null) throw (failure as { readonly error: unknown }).error
}

/** All observations of a target at once. */
export async function scanTarget(
  target: Target,
  options: ScanOptions & { readonly onProgress?: (event: Extract<ScanEvent, { type: 'stage' }>) => void },
): Promise<Observation[]> {
  const observations: Observation[] = []
  for await (const event of scan(target, options)) {
    if (event.type === 'observation') observations.push(event.observation)
    else options.onProgress?.(event)
  }
  return observations
}

async function observeAddress(
  target: AddressedTarget,
  options: ScanOptions,
  onStage: (stage: ObserveStage) => void,
): Promise<Observation> {
  const over = await options.turn?.(target.address)
  const started = performance.now()
  const { reach, stop } = openReach(target, options)
  try {
    let quickest = Number.POSITIVE_INFINITY
    const spent = new Map<Topic, number>()
    const askFor: AskFor = async (topic, { offer, depth }) => {
      const asked = performance.now()
      const outcome = await probe(target, offer, reach, depth)
      quickest = Math.min(quickest, performance.now() - asked)
      if (outcome.kind === 'server-hello' && outcome.alpn !== null) early?.noteProtocol(outcome.alpn)
      if (outcome.kind !== 'failed' || !unspent.has(outcome.reason)) spent.set(topic, (spent.get(topic) ?? 0) + 1)
      return outcome
    }
    const early = asksOrdinary(options) ? new EarlyResumption(target, reach) : null
    const observed = await observe(target, askFor, {
      depth: options.depth,
      trustAnchors: options.trustAnchors ?? noAnchors,
      now: new Date(),
      onStage,
      previous: options.previous,
      rescan: options.previous === undefined ? 0 : (options.rescan ?? rotation.next(target)),
      quickest: () => quickest,
      onVersions: (protocols) => early?.noteVersions(protocols),
    })
    const facts = await askFurther(target, observed, reach, options, early?.begun ?? null)
    const policies = await dnsPoliciesOf(target, facts, options)
    const milliseconds = Math.round(performance.now() - started)
    const connections = reach.budget.used
    const cost = { connections, milliseconds, questions: questionsOf(spent, connections) }
    return { target, facts: { ...facts, ...policies }, cost }
  } finally {
    stop()
    over?.()
  }
}

/** What hellos alone cannot tell: by finished sessions, and with permission by provocation. */
async function askFurther(
  target: AddressedTarget,
  facts: Facts,
  reach: Reach,
  options: ScanOptions,
  resumed13: EarlyResumption['begun'],
): Promise<Facts> {
  if (facts.status !== 'OBSERVED') return facts
  const { previous } = options
  const allowActive =
    typeof options.allowActive === 'function' ? options.allowActive(target.address) : (options.allowActive ?? false)
  const ordinary = asksOrdinary(options)
  return withActive(facts, await runActiveChecks(target, reach, facts, { allowActive, ordinary, resumed13 }), previous)
}

const asksOrdinary = ({ depth, previous }: ScanOptions): boolean => depth === 'full' && previous === undefined

/** Resumption takes several round trips, so it begins beside the search for suites, once enough is known for it. */
class EarlyResumption {
  begun: ReturnType<typeof beginResumption> = null
  readonly #target: AddressedTarget
  readonly #reach: Reach
  readonly #alpn: string[] = []
  #protocols: Facts['protocols'] | null = null

  constructor(target: AddressedTarget, reach: Reach) {
    this.#target = target
    this.#reach = reach
  }

  noteProtocol(name: string): void {
    if (this.#alpn.includes(name)) return
    this.#alpn.push(name)
    this.#begin()
  }

  noteVersions(protocols: Facts['protocols']): void {
    this.#protocols = protocols
    this.#begin()
  }

  #begin(): void {
    if (this.#protocols === null || this.begun !== null) return
    this.begun = beginResumption(this.#target, this.#reach, { protocols: this.#protocols, alpn: this.#alpn })
  }
}

function questionsOf(
  spent: ReadonlyMap<Topic, number>,
  connections: number,
): Partial<Record<Topic | 'sessions', number>> {
  const sessions = connections - [...spent.values()].reduce((sum, count) => sum + count, 0)
  return { ...Object.fromEntries(spent), ...(sessions > 0 ? { sessions } : {}) }
}

async function dnsPoliciesOf(
  target: Target,
  { certificates, status }: Facts,
  options: ScanOptions,
): Promise<Partial<Facts>> {
  if (options.dnsPolicies === undefined || options.signal?.aborted || status === 'BLOCKED') return {}
  const { policy, ...lookup } = options.dnsPolicies
  return observeDnsPolicies(target, certificates, { ...lookup, policy: { ...policy, guard: options.guard } })
}

function openReach(
  target: AddressedTarget,
  options: ScanOptions,
): { readonly reach: Reach; readonly stop: () => void } {
  const limits = options.budget ?? {}
  const budget = new Budget({
    inFlight: limits.inFlight ?? (target.starttls === null ? 10 : 4),
    perSecond: limits.perSecond ?? null,
    total: limits.total ?? 600,
  })
  const live = new Set<ByteStream>()
  const end = performance.now() + (limits.targetTimeout ?? 60_000)
  const perConnection = limits.connectionTimeout ?? 10_000
  const cut = (code: 'timed-out' | 'cancelled', permit: 'budget-spent' | 'cancelled'): void => {
    budget.end(permit)
    for (const stream of live) stream.abort(code)
  }
  const timer = setTimeout(() => cut('timed-out', 'budget-spent'), limits.targetTimeout ?? 60_000)
  const onAbort = (): void => cut('cancelled', 'cancelled')
  if (options.signal?.aborted) onAbort()
  options.signal?.addEventListener('abort', onAbort, { once: true })
  const reach: Reach = {
    guard: options.guard,
    budget,
    get timeout() {
      return Math.max(1, Math.min(perConnection, end - performance.now()))
    },
    random,
    clientName: options.clientName ?? 'sundown.invalid',
    live,
    proxy: options.proxy ?? null,
  }
  const stop = (): void => {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', onAbort)
  }
  return { reach, stop }
}

function unresolved(target: Target, reason: 'name-not-found' | 'timed-out', options: ScanOptions): Observation {
  return {
    target: { ...target, address: '' },
    facts: unobservedFacts('UNREACHABLE', reason, { depth: options.depth, starttls: target.starttls }),
    cost: { connections: 0, milliseconds: 0 },
  }
}

/** Failures of before the connection. */
const unspent = new Set<FailureReason>(['blocked-by-guard', 'budget-spent', 'cancelled'])
const rotation = new Rotation()
const random = createRandom()
const noAnchors: readonly string[] = []

/** How far along an address is when a stage begins, in percent. */
const stageProgress: Readonly<Record<ObserveStage, number>> = {
  CONNECTING: 5,
  VERSIONS: 15,
  CIPHER_SUITES: 30,
  CERTIFICATES: 75,
  FEATURES: 80,
}
