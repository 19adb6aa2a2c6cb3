import type { ProtocolVersion, UnknownReason } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { isUsual, suitesOf } from '../hello/suite-order.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { askAll, askOnce, type Enumerator, isAccepted, isRefusal, type Question } from './enumerator.ts'
import { unknownReasonOf } from './evidence.ts'
import { mergeOrder } from './merge-order.ts'

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
}

export interface SuitesStart {
  readonly version: Exclude<ProtocolVersion, 'SSLv2' | 'TLSv1.3'>
  readonly offer: Offer
  readonly outcome: ServerHelloOutcome
  /** How many suites to find one after the other before the rest is searched in parts side by side. */
  readonly patience: number
  /** How many parts to search side by side at most. */
  readonly parts: number
}

/**
 * Every suite that a version accepts. The chosen suite is dropped and the rest is offered again, weakest first, until the
 * server refuses. Parts of the list are searched side by side once there is a lot to find. As the first hello went
 * strongest first, the answers also show whose order counts.
 */
export function* cipherSuites(start: SuitesStart): Enumerator<SuitesAnswer> {
  const search = new Search(start)
  yield* search.run()
  return yield* search.answer()
}

interface Part {
  readonly found: number[]
  candidates: number[]
  state: 'open' | 'done' | 'unclear'
  children: readonly [Part, Part] | null
}

class Search {
  readonly #start: SuitesStart
  readonly #hellos: ServerHelloOutcome[]
  /** What was offered, in order, and what was chosen from it. */
  readonly #choices: { readonly offered: readonly number[]; readonly chosen: number }[]
  #roots: Part[]
  /** Which of two the server prefers, where it was asked. */
  readonly #preferred = new Map<string, number | null>()
  #refusesLongLists = false
  #reason: UnknownReason | null = null

  constructor(start: SuitesStart) {
    this.#start = start
    const { offer, outcome } = start
    this.#hellos = [outcome]
    this.#choices = [{ offered: offer.cipherSuites, chosen: outcome.cipherSuite }]
    this.#roots = [openPart(suitesOf(start.version).filter((id) => id !== outcome.cipherSuite))]
  }

  *run(): Enumerator<void> {
    yield* this.#exhaust()
    // A server that picks its certificate first (HAProxy) refuses once the hello's ECDSA suites are all others: the rest
    // of its suites shows only to a hello without any. One that chose past ECDSA suites on offer is not of that kind.
    const plain = suitesOf(this.#start.version).filter((id) => !this.#accepted().has(id) && !isEcdsa(id))
    const looksPast = this.#choices.some(({ offered, chosen }) => !isEcdsa(chosen) && offered.some(isEcdsa))
    if (this.#reason !== null || looksPast) return
    this.#roots = [...this.#roots, openPart(plain)]
    yield* this.#exhaust()
  }

  *#exhaust(): Enumerator<void> {
    for (;;) {
      const open = this.#roots.flatMap(leaves).filter(({ state }) => state === 'open')
      if (open.length === 0) return
      const outcomes = yield* askAll(open.map(({ candidates }) => this.#question(candidates)))
      for (const [at, part] of open.entries()) this.#fold(part, outcomes[at] as ProbeOutcome)
      this.#divide()
    }
  }

  *answer(): Enumerator<SuitesAnswer> {
    const accepted = this.#accepted()
    const preference = yield* this.#preference(accepted)
    const ids = [...accepted].sort((a, b) => a - b)
    const suites = preference === 'SERVER' ? yield* this.#serverOrder() : ids
    return {
      version: this.#start.version,
      suites,
      preference,
      complete: this.#roots.flatMap(leaves).every(({ state }) => state === 'done'),
      reason: this.#reason,
      hellos: this.#hellos,
      refusesLongLists: this.#refusesLongLists,
    }
  }

  #accepted(): ReadonlySet<number> {
    return new Set([this.#start.outcome.cipherSuite, ...this.#roots.flatMap(allFound)])
  }

  #question(candidates: readonly number[]): Question {
    const { offer, version } = this.#start
    const cipherSuites = candidates.toReversed()
    return { offer: { ...offer, shape: `${offer.shape}-suites`, versions: [version], cipherSuites }, depth: 'flight' }
  }

  #fold(part: Part, outcome: ProbeOutcome): void {
    if (
      isAccepted(outcome) &&
      outcome.version === this.#start.version &&
      part.candidates.includes(outcome.cipherSuite)
    ) {
      this.#hellos.push(outcome)
      this.#choices.push({ offered: part.candidates.toReversed(), chosen: outcome.cipherSuite })
      part.found.push(outcome.cipherSuite)
      part.candidates = part.candidates.filter((id) => id !== outcome.cipherSuite)
      if (part.candidates.length === 0) part.state = 'done'
      return
    }
    const refused = isRefusal(outcome) || (isAccepted(outcome) && outcome.version !== this.#start.version)
    if (refused && this.#isFirstLongList(part)) {
      this.#splitLongList(part)
      return
    }
    part.state = refused ? 'done' : 'unclear'
    if (!refused) this.#reason ??= unknownReasonOf(outcome)
  }

  /** A long list was never accepted yet, so its refusal may be about its length. */
  #isFirstLongList(part: Part): boolean {
    return part.candidates.length > longList && !this.#choices.some(({ offered }) => offered.length > longList)
  }

  #splitLongList(part: Part): void {
    const { candidates } = part
    const parts: Part[] = []
    for (let at = 0; at < candidates.length; at += longList) parts.push(openPart(candidates.slice(at, at + longList)))
    this.#roots = this.#roots.flatMap((root) => (root === part ? parts : [root]))
    this.#refusesLongLists = true
  }

  /** Once a part has given enough, its rest is searched in two halves; the one with most left to find comes first. */
  #divide(): void {
    for (;;) {
      const all = this.#roots.flatMap(leaves)
      // Every part more costs a refusal at its end and a question where it is joined again.
      if (all.length >= this.#start.parts) return
      const ready = all.filter((part) => part.state === 'open' && part.found.length >= this.#patienceOf(part))
      const [part] = ready.sort((one, other) => usualLeft(other).length - usualLeft(one).length)
      const usual = part === undefined ? [] : usualLeft(part)
      const middle = usual[usual.length >> 1]
      const at = part === undefined || middle === undefined ? 0 : part.candidates.indexOf(middle)
      if (part === undefined || at === 0) return
      part.children = [openPart(part.candidates.slice(0, at)), openPart(part.candidates.slice(at))]
    }
  }

  #patienceOf(part: Part): number {
    return this.#roots.includes(part) ? this.#start.patience : 0
  }

  *#preference(accepted: ReadonlySet<number>): Enumerator<SuitesAnswer['preference']> {
    if (accepted.size < 2) return null
    const followsClient = this.#choices.every(
      ({ offered, chosen }) => offered.find((id) => accepted.has(id)) === chosen,
    )
    if (!followsClient) return 'SERVER'
    // A server whose first choice is ours as well looks the same so far: put that one last.
    const { outcome, offer } = this.#start
    const turned = yield* this.#chosenThoughLast(outcome.cipherSuite, accepted)
    if (turned === null || turned === outcome.cipherSuite) return turned === null ? null : 'SERVER'
    // What it took instead was not in the first hello, so it may well be the one that it likes best.
    if (offer.cipherSuites.includes(turned)) return 'CLIENT'
    const again = yield* this.#chosenThoughLast(turned, accepted)
    return again === null ? null : again === turned ? 'SERVER' : 'CLIENT'
  }

  *#chosenThoughLast(last: number, accepted: ReadonlySet<number>): Enumerator<number | null> {
    const outcome = yield* askOnce(this.#question([last, ...[...accepted].filter((id) => id !== last)]))
    return isAccepted(outcome) ? outcome.cipherSuite : null
  }

  *#serverOrder(): Enumerator<number[]> {
    const { offer, outcome } = this.#start
    yield* this.#askSeams()
    const first = outcome.cipherSuite
    let order: number[] = []
    for (const root of this.#roots)
      order = yield* mergeOrder(order, yield* this.#orderOf(root), (a, b) => this.#prefers(a, b))
    const head = order[0]
    const beatsAll = head === undefined || order.every((id) => offer.cipherSuites.includes(id))
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
    const filled = this.#roots.flatMap(leaves).filter(({ found }) => found.length > 0)
    const seams = filled
      .slice(1)
      .map(({ found }, at) => [filled[at]?.found.at(-1) as number, found[0] as number] as const)
    const outcomes = yield* askAll(seams.map((seam) => this.#question(seam)))
    for (const [at, [left, right]] of seams.entries()) this.#remember(left, right, outcomes[at] as ProbeOutcome)
  }

  *#prefers(left: number, right: number): Enumerator<number | null> {
    const known = this.#preferred.get(`${left} ${right}`)
    if (known !== undefined) return known
    // The likely loser stands first, so that only a server with an order of its own picks the other.
    return this.#remember(left, right, yield* askOnce(this.#question([left, right])))
  }

  #remember(left: number, right: number, outcome: ProbeOutcome): number | null {
    const preferred = isAccepted(outcome) ? outcome.cipherSuite : null
    this.#preferred.set(`${left} ${right}`, preferred)
    this.#preferred.set(`${right} ${left}`, preferred)
    return preferred
  }
}

const isEcdsa = (id: number): boolean => cipherSuite(id)?.authentication === 'ECDSA'

function openPart(candidates: number[]): Part {
  return { found: [], candidates, state: candidates.length === 0 ? 'done' : 'open', children: null }
}

function usualLeft({ candidates }: Part): number[] {
  return candidates.filter(isUsual)
}

function leaves(part: Part): Part[] {
  return part.children === null ? [part] : part.children.flatMap(leaves)
}

function allFound(part: Part): number[] {
  return [...part.found, ...(part.children ?? []).flatMap(allFound)]
}

/** Servers exist that refuse more than 128 suites. */
const longList = 120
