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
  /** The alert that says that it is this list that has nothing to the server's liking. */
  readonly endedBy?: number
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
  let independent = true
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const open = all.filter(({ state }) => state === 'open').sort((one, other) => likelyLeft(one) - likelyLeft(other))
    if (open.length === 0) break
    const asked: readonly Progress[] = likelyLeft(open[0]) === 0 || !independent ? open.slice(0, 1) : open
    const outcome = yield* ask(asked)
    if (fold(asked, outcome, hellos)) continue
    const named = asked.find(({ dimension }) => isNamed(dimension, outcome))
    if (named !== undefined) {
      named.state = 'complete'
      continue
    }
    // Everything was on offer and nothing was wanted: there is nothing to take apart.
    if (all.every(({ found }) => found.length === 0)) for (const progress of all) progress.state = 'complete'
    else independent = (yield* findEnded(asked, ask, hellos)) && independent
  }
  return {
    hellos,
    lists: new Map(
      all.map(({ dimension, found, state }) => [dimension.name, { found, complete: state === 'complete' }]),
    ),
  }
}

/** One of the lists has come to its end: each is tried alone until it is known which. False where none of them has. */
function* findEnded(open: readonly Progress[], ask: AskLists, hellos: ServerHelloOutcome[]): Enumerator<boolean> {
  for (const progress of open) {
    if (open.length > 1 && fold([progress], yield* ask([progress]), hellos)) continue
    progress.state = 'complete'
    return true
  }
  return false
}

function isNamed({ endedBy }: Dimension, outcome: ProbeOutcome): boolean {
  return outcome.kind === 'alert' && outcome.description === endedBy
}

function likelyLeft(progress: Progress | undefined): number {
  return progress?.rest.filter(progress.dimension.isLikely).length ?? 0
}

type AskLists = (asked: readonly Progress[]) => Enumerator<ProbeOutcome>

/** Lists under question show what is left of them, the others everything. */
function offerOf(base: Offer, all: readonly Progress[], asked: readonly Progress[]): Offer {
  let offer = base
  for (const progress of all) {
    const { dimension, rest } = progress
    offer = dimension.apply(offer, asked.includes(progress) ? rest : dimension.candidates)
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
