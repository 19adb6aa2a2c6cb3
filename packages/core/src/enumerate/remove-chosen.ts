import type { Offer } from '../hello/offer.ts'
import type { Depth } from '../probe/flight-context.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { askAll, type Enumerator, isAccepted, isRefusal } from './enumerator.ts'

/** One thing that a hello lists and the server picks from. */
export interface Dimension {
  readonly name: string
  readonly candidates: readonly number[]
  /** What the server picked; null where this answer does not show it. */
  readonly picked: (outcome: ServerHelloOutcome) => number | null
  readonly apply: (offer: Offer, list: readonly number[]) => Offer
  /** Whether to expect it of this server, after what was found: a list without such a value is probably at its end. */
  readonly isLikely: (id: number, found: readonly number[]) => boolean
  /** The alert that says that it is this list that has nothing to the server's liking. */
  readonly endedBy?: number
  /** Values already known to be accepted; they are not asked about again. */
  readonly known?: readonly number[]
  /** Values that were found elsewhere meanwhile. */
  readonly elsewhere?: () => ReadonlySet<number>
  /** Values that are left out for now, as long as there are others to expect. */
  readonly later?: (id: number) => boolean
  /** An answer without a pick means that the server takes no part in this, not that it refuses. */
  readonly optional?: boolean
  /** Values that are searched side by side with the others, in hellos of their own. */
  readonly apart?: (id: number) => boolean
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
  /** A hello that asked about others as well was refused: whose end it was shows when each is asked alone. */
  isSuspected: boolean
  /** It gave something that nobody expected, so there may be more. */
  isSurprising: boolean
}

/**
 * Finds all accepted values of several independent lists at once: every answer drops one value from each. A list that is
 * probably at its end is asked about in a hello of its own, beside the others, since its refusal would tell nothing of them.
 */
export function* removeChosen(
  base: Offer,
  dimensions: readonly Dimension[],
  depthOf: (open: readonly string[]) => Depth,
): Enumerator<RemoveChosenAnswer> {
  const all = dimensions.flatMap(start)
  const hellos: ServerHelloOutcome[] = []
  let independent = true
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const open = all.filter(isOpen)
    if (open.length === 0) break
    const batch = independent ? hellosFor(open) : [open.slice(0, 1)]
    const outcomes = yield* askAll(
      batch.map((asked) => ({
        offer: offerOf(base, all, asked),
        depth: depthOf(asked.map(({ dimension }) => dimension.name)),
      })),
    )
    const wereSuspected = open.filter(({ isSuspected }) => isSuspected)
    for (const [at, asked] of batch.entries()) fold(asked, outcomes[at] as ProbeOutcome, hellos)
    // Everything was on offer and nothing was wanted: there is nothing to take apart.
    if (hellos.length === 0 && all.every(({ found }) => found.length === 0)) for (const each of all) settle(each)
    // Refused together, and each accepted alone: one depends on another.
    if (wereSuspected.length > 1 && wereSuspected.every(({ state }) => state === 'open')) independent = false
  }
  return { hellos, lists: listed(dimensions, all) }
}

function start(dimension: Dimension): Progress[] {
  const { apart, candidates, known = [] } = dimension
  const rest = candidates.filter((id) => !known.includes(id))
  const open = (part: readonly number[], found: number[]): Progress => ({
    dimension,
    found,
    rest: part,
    state: part.length === 0 ? 'complete' : 'open',
    isSuspected: false,
    isSurprising: false,
  })
  if (apart === undefined) return [open(rest, [...known])]
  return [
    open(
      rest.filter((id) => !apart(id)),
      [...known],
    ),
    open(rest.filter(apart), []),
  ]
}

function listed(dimensions: readonly Dimension[], all: readonly Progress[]): Map<string, Listed> {
  return new Map(
    dimensions.map((dimension) => {
      const own = all.filter((progress) => progress.dimension === dimension)
      const complete = own.every(({ state }) => state === 'complete')
      return [dimension.name, { found: own.flatMap(({ found }) => found), complete }]
    }),
  )
}

/** Open still, after what was found elsewhere is taken off. */
function isOpen(progress: Progress): boolean {
  const elsewhere = progress.dimension.elsewhere?.()
  if (elsewhere !== undefined && elsewhere.size > 0) {
    progress.found.push(...progress.rest.filter((id) => elsewhere.has(id)))
    progress.rest = progress.rest.filter((id) => !elsewhere.has(id))
    if (progress.rest.length === 0) settle(progress)
  }
  return progress.state === 'open'
}

/** Which lists are asked about in which hello: what is expected to go on travels together, one list of a kind in each. */
function hellosFor(open: readonly Progress[]): readonly (readonly Progress[])[] {
  const together: Progress[][] = []
  const alone: Progress[][] = []
  for (const progress of open) {
    if (progress.isSuspected || !isExpecting(progress)) {
      alone.push([progress])
      continue
    }
    const room = together.find((asked) => asked.every(({ dimension }) => dimension !== progress.dimension))
    if (room === undefined) together.push([progress])
    else room.push(progress)
  }
  return [...together, ...alone]
}

function isExpecting(progress: Progress): boolean {
  return progress.isSurprising || hasLikely(progress)
}

function hasLikely(progress: Progress): boolean {
  const { found, dimension } = progress
  return nowAsked(progress).some((id) => dimension.isLikely(id, found))
}

/** Lists under question show what is left of them, the others everything. */
function offerOf(base: Offer, all: readonly Progress[], asked: readonly Progress[]): Offer {
  let offer = base
  for (const { dimension } of all) {
    const own = asked.find((progress) => progress.dimension === dimension)
    offer = dimension.apply(offer, own === undefined ? dimension.candidates : nowAsked(own))
  }
  return offer
}

/** All that is left, or the part of it that need not wait. */
function nowAsked({ rest, found, dimension }: Progress): readonly number[] {
  const now = rest.filter((id) => !dimension.later?.(id))
  return now.some((id) => dimension.isLikely(id, found)) ? now : rest
}

/** Drops what was picked. An answer that is none leaves the lists unclear. */
function fold(asked: readonly Progress[], outcome: ProbeOutcome, hellos: ServerHelloOutcome[]): void {
  const picksAnother = outcome.kind === 'server-hello' && outcome.unoffered !== null
  if (picksAnother || isRefusal(outcome)) refuse(asked, outcome)
  else if (isAccepted(outcome)) {
    hellos.push(outcome)
    for (const progress of asked) foldOne(progress, outcome)
  } else for (const progress of asked) progress.state = 'unclear'
}

function refuse(asked: readonly Progress[], outcome: ProbeOutcome): void {
  const named = asked.find(({ dimension }) => isNamed(dimension, outcome))
  const [only] = asked
  if (named !== undefined) settle(named)
  else if (asked.length === 1 && only !== undefined) settle(only)
  else {
    for (const progress of asked) {
      progress.isSuspected = true
      progress.isSurprising = false
    }
  }
}

function isNamed({ endedBy }: Dimension, outcome: ProbeOutcome): boolean {
  return outcome.kind === 'alert' && outcome.description === endedBy
}

function foldOne(progress: Progress, outcome: ServerHelloOutcome): void {
  progress.isSuspected = false
  const picked = progress.dimension.picked(outcome)
  if (picked === null || !progress.rest.includes(picked)) {
    // The answer shows no choice of this list: asking on would only repeat it.
    progress.state = progress.dimension.optional && picked === null ? 'complete' : 'unclear'
    return
  }
  progress.isSurprising = !hasLikely(progress)
  progress.found.push(picked)
  progress.rest = progress.rest.filter((id) => id !== picked)
  if (progress.rest.length === 0) settle(progress)
}

function settle(progress: Progress): void {
  progress.state = 'complete'
}

const maxTurns = 120
