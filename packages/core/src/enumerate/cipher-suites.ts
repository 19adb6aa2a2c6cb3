import type { ProtocolVersion, UnknownReason } from '../facts.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { askAll, askOnce, type Enumerator, isAccepted } from './enumerator.ts'
import { isChaCha20 } from './extras.ts'
import { mergeOrder } from './merge-order.ts'
import { leaves, type Part } from './suite-part.ts'
import { SuiteSearch, type SuitesStart } from './suite-search.ts'

export interface SuitesAnswer {
  readonly version: ProtocolVersion
  /** In the server's order where it has one, else by id. */
  readonly suites: readonly number[]
  readonly preference: 'SERVER' | 'CLIENT' | null
  readonly complete: boolean
  readonly reason: UnknownReason | null
  /** Every hello that was answered, for what else it shows. */
  readonly hellos: readonly ServerHelloOutcome[]
  /** The server refused a long list that it accepts in parts. */
  readonly refusesLongLists: boolean
  /** What a hello with ChaCha20 first came to, where that tells what the server makes of it. */
  readonly chaCha20First: ServerHelloOutcome | null
}

/**
 * Every suite that a version accepts. The chosen suite is dropped and the rest is offered again, weakest first, until the
 * server refuses. Parts of the list are searched side by side once there is a lot to find. As the first hello went
 * strongest first, the answers also show whose order counts.
 */
export function* cipherSuites(start: SuitesStart): Enumerator<SuitesAnswer> {
  const search = new SuiteSearch(start)
  yield* search.run()
  const { hellos, reason, refusesLongLists, isComplete } = search
  const accepted = search.accepted()
  const preference = yield* preferenceOf(search, start)
  const suites =
    preference === 'SERVER' ? yield* new ServerOrder(search, start).all() : [...accepted].sort((a, b) => a - b)
  return {
    version: start.version,
    suites,
    preference,
    complete: isComplete,
    reason,
    hellos,
    refusesLongLists,
    chaCha20First: preference === 'SERVER' ? telling(search, suites) : null,
  }
}

/** An AES suite picked in spite of ChaCha20 in front tells; ChaCha20 tells where an AES suite on offer is liked better. */
function telling({ chaCha20First }: SuiteSearch, suites: readonly number[]): ServerHelloOutcome | null {
  if (chaCha20First === null) return null
  const { outcome, offered } = chaCha20First
  const liked = suites.find((id) => offered.includes(id))
  const isOffered = suites.some((id) => isChaCha20(id) && offered.includes(id))
  return isOffered && liked !== undefined && !isChaCha20(liked) ? outcome : null
}

function* preferenceOf(search: SuiteSearch, { outcome, offer }: SuitesStart): Enumerator<SuitesAnswer['preference']> {
  const accepted = search.accepted()
  if (accepted.size < 2) return null
  if (!search.choices.followClient(accepted)) return 'SERVER'
  // A server whose first choice is ours as well looks the same so far: put that one last.
  const turned = yield* chosenThoughLast(search, outcome.cipherSuite)
  if (turned === null || turned === outcome.cipherSuite) return turned === null ? null : 'SERVER'
  // What it took instead was not in the first hello, so it may well be the one that it likes best.
  if (offer.cipherSuites.includes(turned)) return 'CLIENT'
  const again = yield* chosenThoughLast(search, turned)
  return again === null ? null : again === turned ? 'SERVER' : 'CLIENT'
}

function* chosenThoughLast(search: SuiteSearch, last: number): Enumerator<number | null> {
  const others = [...search.accepted()].filter((id) => id !== last)
  // ChaCha20 is not put first, as that alone moves some servers.
  const inOrder = [...others.filter(isChaCha20), ...others.filter((id) => !isChaCha20(id))]
  const outcome = yield* askOnce(search.question([last, ...inOrder]))
  return isAccepted(outcome) ? outcome.cipherSuite : null
}

/** Joins the orders of all parts; most of the seams between them are known from the search. */
class ServerOrder {
  readonly #search: SuiteSearch
  readonly #start: SuitesStart

  constructor(search: SuiteSearch, start: SuitesStart) {
    this.#search = search
    this.#start = start
  }

  *all(): Enumerator<number[]> {
    const { offer, outcome } = this.#start
    yield* this.#askSeams()
    const first = outcome.cipherSuite
    let order: number[] = []
    for (const root of this.#search.roots)
      order = yield* mergeOrder(order, yield* this.#orderOf(root), (a, b) => this.#prefers(a, b))
    const beatsAll = order.every((id) => offer.cipherSuites.includes(id))
    return beatsAll ? [first, ...order] : yield* mergeOrder([first], order, (a, b) => this.#prefers(a, b))
  }

  *#orderOf(part: Part): Enumerator<number[]> {
    if (part.children === null) return part.found
    const [left, right] = part.children
    const merged = yield* mergeOrder(yield* this.#orderOf(left), yield* this.#orderOf(right), (a, b) =>
      this.#prefers(a, b),
    )
    return [...part.found, ...merged]
  }

  /** The seams between parts, side by side: where every part wholly precedes the next, that is all there is to ask. */
  *#askSeams(): Enumerator<void> {
    const { choices, roots } = this.#search
    const filled = roots.flatMap(leaves).filter(({ found }) => found.length > 0)
    const seams = filled
      .slice(1)
      .map(({ found }, at) => [filled[at]?.found.at(-1) as number, found[0] as number] as const)
      .filter(([left, right]) => choices.preferred(left, right) === undefined)
    const outcomes = yield* askAll(seams.map(([left, right]) => this.#question(left, right)))
    for (const [at, [left, right]] of seams.entries()) this.#remember(left, right, outcomes[at] as ProbeOutcome)
  }

  *#prefers(left: number, right: number): Enumerator<number | null> {
    const known = this.#search.choices.preferred(left, right)
    if (known !== undefined) return known
    return this.#remember(left, right, yield* askOnce(this.#question(left, right)))
  }

  /**
   * The likely loser stands first, so that only a server with an order of its own picks the other; but ChaCha20 never does
   * before AES, as that alone moves some servers.
   */
  #question(left: number, right: number) {
    return this.#search.question(isChaCha20(right) && !isChaCha20(left) ? [right, left] : [left, right])
  }

  #remember(left: number, right: number, outcome: ProbeOutcome): number | null {
    return this.#search.choices.remember(left, right, isAccepted(outcome) ? outcome.cipherSuite : null)
  }
}
