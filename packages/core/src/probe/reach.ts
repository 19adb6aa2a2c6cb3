import type { AddressGuard } from '../net/address-guard.ts'
import type { Budget } from '../net/budget.ts'
import type { ByteStream } from '../net/byte-stream.ts'
import { dial } from '../net/dial.ts'
import type { DialFailure } from '../net/dial-failure.ts'
import type { ProxyAddress } from '../net/proxy.ts'
import { StreamEnd } from '../net/stream-end.ts'
import { dialectOf } from '../starttls/index.ts'
import type { AddressedTarget, StarttlsKind } from '../target.ts'
import type { FailureReason, ProbeOutcome } from './outcome.ts'

/** How targets are reached: what may be dialled, at what cost, and with which randomness. */
export interface Reach {
  readonly guard: AddressGuard
  readonly budget: Budget
  /** Milliseconds for one connection, from connect to hang-up. */
  readonly timeout: number
  /** Cryptographically random bytes; a test brings fixed ones. */
  readonly random: (length: number) => Uint8Array
  /** Our name in EHLO. */
  readonly clientName: string
  /** Connections that are open now, so that a cancelled scan can cut them. */
  readonly live: Set<ByteStream>
  readonly proxy?: ProxyAddress | null
}

export type Reached =
  | { readonly reached: true; readonly stream: ByteStream; readonly banner: string | null }
  | { readonly reached: false; readonly outcome: ProbeOutcome }

/** A connection that is ready for a ClientHello, past STARTTLS where the target speaks it; `use` has it until it returns. */
export async function withConnection<T>(
  target: AddressedTarget,
  reach: Reach,
  shape: string,
  use: (reached: Reached) => Promise<T>,
  /** Has the stream first, before anything is said on it. */
  prepare: (stream: ByteStream) => void = () => undefined,
): Promise<T> {
  const failed = (reason: FailureReason, banner: string | null = null): Reached => ({
    reached: false,
    outcome: { kind: 'failed', shape, banner, reason },
  })
  if (!reach.guard.permits(target.address, target.port)) return use(failed('blocked-by-guard'))
  const permit = await reach.budget.acquire()
  if (permit !== 'granted') return use(failed(permit))
  try {
    const dialled = await dial({
      address: target.address,
      port: target.port,
      timeout: reach.timeout,
      proxy: reach.proxy ?? null,
    })
    if (!dialled.connected) return await use(failed(reasonOf(dialled.reason)))
    reach.live.add(dialled.stream)
    try {
      prepare(dialled.stream)
      const { stream } = dialled
      if (target.starttls === null) return await use({ reached: true, stream, banner: null })
      return await use(await upgrade(stream, target, target.starttls, reach, shape))
    } finally {
      reach.live.delete(dialled.stream)
      dialled.stream.close()
      // Answers that arrived together are all hung up on before any next connection starts: fewer task switches.
      await new Promise(setImmediate)
    }
  } finally {
    reach.budget.release()
  }
}

async function upgrade(
  stream: ByteStream,
  target: AddressedTarget,
  starttls: StarttlsKind,
  reach: Reach,
  shape: string,
): Promise<Reached> {
  const dialect = dialectOf(starttls)
  if (dialect === undefined) throw new RangeError(`no dialect for ${starttls}`)
  try {
    const result = await dialect.upgrade(stream, {
      host: target.serverName ?? target.host,
      clientName: reach.clientName,
    })
    if (result.upgraded) return { reached: true, stream, banner: result.banner }
    const { reason, banner, reply } = result
    return { reached: false, outcome: { kind: 'starttls-refused', shape, banner, reason, reply } }
  } catch (error) {
    if (!(error instanceof StreamEnd)) throw error
    return { reached: false, outcome: { kind: 'failed', shape, banner: null, reason: error.code } }
  }
}

/** A machine out of sockets spends its budget; a proxy that refuses leaves the target out of reach. */
function reasonOf(failure: DialFailure): FailureReason {
  if (failure === 'exhausted') return 'budget-spent'
  return failure === 'proxy-refused' ? 'unreachable' : failure
}
