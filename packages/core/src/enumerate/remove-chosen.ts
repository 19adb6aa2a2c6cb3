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
  /** Whether many servers accept it: a list without any such value left has probably come to its end. */
  readonly isLikely: (id: number) => boolean
  /** Values already known to be accepted; they are not asked about again. */
  readonly known?: readonly number[]
  /** An answer without a pick means that the server takes no part in this, not that it refuses. */
  readonly optional?: boolean
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
    found: [...(dimension.known ?? [])],
    rest: dimension.candidates.filter((id) => !dimension.known?.includes(id)),
    state: 'open',
  }))
  const hellos: ServerHelloOutcome[] = []
  const ask: AskLists = (asked) =>
    askOnce({ offer: offerOf(base, all, asked), depth: depthOf(asked.map(({ dimension }) => dimension.name)) })
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const open = all.filter(({ state }) => state === 'open')
    if (open.length === 0) break
    const ending = open.filter(({ dimension, rest }) => !rest.some(dimension.isLikely)).slice(0, 1)
    const asked = ending.length > 0 ? ending : open
    if (fold(asked, yield* ask(asked), hellos)) continue
    // Everything was on offer and nothing was wanted: there is nothing to take apart.
    if (all.every(({ found }) => found.length === 0)) for (const progress of all) progress.state = 'complete'
    else yield* findEnded(asked, ask, hellos)
  }
  return {
    hellos,
    lists: new Map(
      all.map(({ dimension, found, state }) => [dimension.name, { found, complete: state === 'complete' }]),
    ),
  }
}

/** One of the lists has come to its end: each is tried alone until it is known which. */
function* findEnded(open: readonly Progress[], ask: AskLists, hellos: ServerHelloOutcome[]): Enumerator<void> {
  let ended = open.length === 1 ? open[0] : undefined
  for (const [at, progress] of open.entries()) {
    if (ended !== undefined) break
    // All others still had something to give, so it is the last one's end.
    if (at === open.length - 1) ended = progress
    else if (!fold([progress], yield* ask([progress]), hellos)) ended = progress
  }
  if (ended !== undefined && ended.state === 'open') ended.state = 'complete'
}

type AskLists = (asked: readonly Progress[]) => Enumerator<ProbeOutcome>

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

/** Drops what was picked; false where the server refused. An answer that is none leaves the lists unclear. */
function fold(asked: readonly Progress[], outcome: ProbeOutcome, hellos: ServerHelloOutcome[]): boolean {
  if (isRefusal(outcome) || (outcome.kind === 'server-hello' && !isAccepted(outcome))) return false
  if (!isAccepted(outcome)) {
    for (const progress of asked) progress.state = 'unclear'
    return true
  }
  hellos.push(outcome)
  for (const progress of asked) foldOne(progress, outcome)
  return true
}

function foldOne(progress: Progress, outcome: ServerHelloOutcome): void {
  const picked = progress.dimension.picked(outcome)
  if (picked === null || !progress.rest.includes(picked)) {
    // The answer shows no choice of this list: asking on would only repeat it.
    progress.state = progress.dimension.optional && picked === null ? 'complete' : 'unclear'
    return
  }
  progress.found.push(picked)
  progress.rest = progress.rest.filter((id) => id !== picked)
  if (progress.rest.length === 0) progress.state = 'complete'
}

const maxTurns = 120
