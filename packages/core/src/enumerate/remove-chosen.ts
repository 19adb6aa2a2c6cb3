import type { Offer } from '../hello/offer.ts'
import type { Depth } from '../probe/flight-context.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { askOnce, type Enumerator, isAccepted, isRefusal } from './enumerator.ts'

/** One thing that a hello lists and the server picks from. */
export interface Dimension {
  readonly name: string
  readonly candidates: readonly number[]
  /** What the server picked; null where this answer does not show it. */
  readonly picked: (outcome: ServerHelloOutcome) => number | null
  readonly apply: (offer: Offer, list: readonly number[]) => Offer
}

export interface Listed {
  /** In the order in which the server picked. */
  readonly found: readonly number[]
  readonly complete: boolean
}

export interface RemoveChosenAnswer {
  readonly lists: ReadonlyMap<string, Listed>
  readonly hellos: readonly ServerHelloOutcome[]
}

interface Progress {
  readonly dimension: Dimension
  readonly found: number[]
  rest: readonly number[]
  state: 'open' | 'complete' | 'unclear'
}

/**
 * Finds all accepted values of several independent lists at once: every answer drops one value from each. When the server
 * refuses, each list is tried alone against the whole of the others, to see whose end it was.
 */
export function* removeChosen(
  base: Offer,
  dimensions: readonly Dimension[],
  depthOf: (open: readonly string[]) => Depth,
): Enumerator<RemoveChosenAnswer> {
  const all: Progress[] = dimensions.map((dimension) => ({
    dimension,
    found: [],
    rest: dimension.candidates,
    state: 'open',
  }))
  const hellos: ServerHelloOutcome[] = []
  let alone: Progress | null = null
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const open = all.filter(({ state }) => state === 'open')
    if (open.length === 0) break
    if (alone !== null && alone.state !== 'open') alone = null
    const asked = alone === null ? open : [alone]
    const outcome: ProbeOutcome = yield* askOnce({
      offer: offerOf(base, all, asked),
      depth: depthOf(asked.map(({ dimension }) => dimension.name)),
    })
    if (isAccepted(outcome) && base.versions.includes(outcome.version)) {
      hellos.push(outcome)
      for (const progress of asked) fold(progress, outcome)
      continue
    }
    if (asked.length > 1) {
      alone = asked[0] as Progress
      continue
    }
    const only = asked[0] as Progress
    only.state = isRefusal(outcome) || outcome.kind === 'server-hello' ? 'complete' : 'unclear'
    alone = all.find(({ state }) => state === 'open') ?? null
  }
  return {
    hellos,
    lists: new Map(
      all.map(({ dimension, found, state }) => [dimension.name, { found, complete: state === 'complete' }]),
    ),
  }
}

/** Lists under question show what is left of them, the others what is known to work, else everything. */
function offerOf(base: Offer, all: readonly Progress[], asked: readonly Progress[]): Offer {
  let offer = base
  for (const progress of all) {
    const list = asked.includes(progress)
      ? progress.rest
      : progress.found.length > 0
        ? progress.found
        : progress.dimension.candidates
    offer = progress.dimension.apply(offer, list)
  }
  return offer
}

function fold(progress: Progress, outcome: ServerHelloOutcome): void {
  const picked = progress.dimension.picked(outcome)
  if (picked === null || !progress.rest.includes(picked)) {
    // The answer shows no choice of this list: asking on would only repeat it.
    progress.state = 'unclear'
    return
  }
  progress.found.push(picked)
  progress.rest = progress.rest.filter((id) => id !== picked)
  if (progress.rest.length === 0) progress.state = 'complete'
}

const maxTurns = 120
