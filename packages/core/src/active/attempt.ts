import type { Offer } from '../hello/offer.ts'
import { withConnection } from '../probe/reach.ts'
import { ClientSession } from '../session/index.ts'
import type { ActiveContext } from './check.ts'
import { type Ending, endingOfError, endingOfOutcome } from './ending.ts'

export type Attempt<T> =
  | { readonly done: true; readonly value: T; readonly shape: string }
  | { readonly done: false; readonly ending: Ending }

export interface AttemptOptions {
  /** Offered for resumption. */
  readonly sessionId?: Uint8Array
}

/**
 * One connection, one session up to the point where the server waits for us; then `use` has it. Where the network or the
 * peer's mood ended it before a ServerHello, once more.
 */
export async function attempt<T>(
  context: ActiveContext,
  offer: Offer,
  use: (session: ClientSession) => Promise<T>,
  options: AttemptOptions = {},
): Promise<Attempt<T>> {
  const first = await once(context, offer, use, options)
  if (first.done || first.ending.stage === 'session') return first
  return transient.has(first.ending.kind) ? once(context, offer, use, options) : first
}

function once<T>(
  { target, reach }: ActiveContext,
  offer: Offer,
  use: (session: ClientSession) => Promise<T>,
  options: AttemptOptions,
): Promise<Attempt<T>> {
  const { shape } = offer
  return withConnection(target, reach, shape, async (reached): Promise<Attempt<T>> => {
    if (!reached.reached) return { done: false, ending: endingOfOutcome(reached.outcome) }
    let stage: 'hello' | 'session' = 'hello'
    try {
      const session = await ClientSession.open(reached.stream, offer, reach.random, options)
      stage = 'session'
      return { done: true, value: await use(session), shape }
    } catch (error) {
      return { done: false, ending: endingOfError(error, shape, stage) }
    }
  })
}

const transient = new Set<Ending['kind']>(['closed', 'reset', 'timed-out'])
