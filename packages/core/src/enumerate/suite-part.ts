/** A stretch of the list of suites that is searched on its own, and divided where there is a lot to find. */
export interface Part {
  /** In the order in which the server picked. */
  readonly found: number[]
  candidates: number[]
  state: 'open' | 'done' | 'unclear'
  children: readonly [Part, Part] | null
  /** First pick of the part that follows, while the server is thought to like all of this one better. */
  neighbour: number | null
  /** The neighbour was picked before something of this part. */
  isOvertaken: boolean
}

export function openPart(candidates: number[]): Part {
  const state = candidates.length === 0 ? 'done' : 'open'
  return { found: [], candidates, state, children: null, neighbour: null, isOvertaken: false }
}

/** Parts that are not divided, in the order of the list. */
export function leaves(part: Part): Part[] {
  return part.children === null ? [part] : part.children.flatMap(leaves)
}

export function allFound(part: Part): number[] {
  return [...part.found, ...(part.children ?? []).flatMap(allFound)]
}

/** Two halves with about as much to expect in each; false where there is too little to divide. */
export function divide(part: Part, isLikely: (id: number) => boolean): boolean {
  const likely = part.candidates.filter(isLikely)
  const middle = likely[likely.length >> 1]
  if (middle === undefined || likely.length < worthDividing) return false
  const at = part.candidates.indexOf(middle)
  const [left, right] = [openPart(part.candidates.slice(0, at)), openPart(part.candidates.slice(at))]
  right.neighbour = part.neighbour
  right.isOvertaken = part.isOvertaken
  part.children = [left, right]
  return true
}

/** A few to find on either side: the second pick shows how they stand to the other side's first. */
const worthDividing = 6
