import type { Enumerator } from './enumerator.ts'

/** Which of two the server prefers; null where it would not say. */
export type Prefers = (left: number, right: number) => Enumerator<number | null>

/**
 * Two lists, each in the server's order, as one. Where one wholly precedes the other, as strongest-first servers have it,
 * one or two questions prove it; else the seams are found by galloping.
 */
export function* mergeOrder(left: readonly number[], right: readonly number[], prefers: Prefers): Enumerator<number[]> {
  const [lastLeft, firstRight] = [left.at(-1), right[0]]
  if (lastLeft === undefined || firstRight === undefined) return [...left, ...right]
  if ((yield* prefers(lastLeft, firstRight)) === lastLeft) return [...left, ...right]
  const [firstLeft, lastRight] = [left[0] as number, right.at(-1) as number]
  if ((yield* prefers(lastRight, firstLeft)) === lastRight) return [...right, ...left]
  return yield* gallop(left, right, prefers)
}

function* gallop(left: readonly number[], right: readonly number[], prefers: Prefers): Enumerator<number[]> {
  const merged: number[] = []
  let [ahead, behind] = [left, right]
  for (;;) {
    const head = behind[0]
    if (head === undefined) return [...merged, ...ahead]
    const count = yield* countBefore(ahead, head, prefers)
    merged.push(...ahead.slice(0, count))
    ;[ahead, behind] = [behind, ahead.slice(count)]
  }
}

/** How many at the front of `list` the server prefers to `item`: steps of 1, 2, 4, then halving. */
function* countBefore(list: readonly number[], item: number, prefers: Prefers): Enumerator<number> {
  let known = 0
  let step = 1
  let beyond = list.length + 1
  while (known < list.length) {
    const at = Math.min(known + step, list.length)
    const candidate = list[at - 1] as number
    if ((yield* prefers(candidate, item)) !== candidate) {
      beyond = at
      break
    }
    known = at
    step *= 2
  }
  while (beyond - known > 1) {
    const middle = (known + beyond) >> 1
    const candidate = list[middle - 1] as number
    if ((yield* prefers(candidate, item)) === candidate) known = middle
    else beyond = middle
  }
  return known
}
