import type { ProtocolVersion, UnknownReason } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { isOddity, isUsual, suitesOf } from '../hello/suite-order.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { type CipherSuite, cipherSuite } from '../wire/registry/cipher-suite.ts'
import { askAll, type Enumerator, isAccepted, isRefusal, isUnclear, type Question } from './enumerator.ts'
import { unknownReasonOf } from './evidence.ts'
import { isChaCha20 } from './extras.ts'
import type { SchemeRides } from './scheme-rides.ts'
import { SuiteChoices } from './suite-choices.ts'
import { allFound, divide, leaves, openPart, type Part } from './suite-part.ts'

export interface SuitesStart {
  readonly version: Exclude<ProtocolVersion, 'SSLv2' | 'TLSv1.3'>
  readonly offer: Offer
  readonly outcome: ServerHelloOutcome
  /** How many suites to find one after the other before the rest is searched in parts side by side. */
  readonly patience: number
  /** How many parts to search side by side at most, as far as is known by now. */
  readonly parts: () => number
  /** What may be asked about on the way. */
  readonly rides?: SchemeRides
}

/** A hello on behalf of some parts, one unless none of them has anything to expect; some ask for more than suites. */
interface Asked {
  readonly parts: readonly Part[]
  readonly offer: Offer
  readonly beside: 'nothing' | 'chacha20-preference' | 'schemes'
}

/**
 * The search for the suites of one version. Every part drops what was chosen and offers the rest again, weakest first. Once
 * no part has anything more to expect, one hello with the rest of all of them proves that there is no more.
 */
export class SuiteSearch {
  readonly choices = new SuiteChoices()
  readonly hellos: ServerHelloOutcome[]
  refusesLongLists = false
  reason: UnknownReason | null = null
  /** The answer to a hello with ChaCha20 first, and what it offered. */
  chaCha20First: { readonly outcome: ServerHelloOutcome; readonly offered: readonly number[] } | null = null
  readonly #start: SuitesStart
  #roots: Part[]
  #mayTryChaCha20: boolean

  constructor(start: SuitesStart) {
    const { offer, outcome, version } = start
    this.#start = start
    this.hellos = [outcome]
    this.choices.add(offer.cipherSuites, outcome.cipherSuite)
    this.#roots = [openPart(suitesOf(version).filter((id) => id !== outcome.cipherSuite))]
    this.#mayTryChaCha20 = version === 'TLSv1.2' && !isChaCha20(outcome.cipherSuite)
    start.rides?.note(outcome)
  }

  get roots(): readonly Part[] {
    return this.#roots
  }

  get isComplete(): boolean {
    return this.#roots.flatMap(leaves).every(({ state }) => state === 'done')
  }

  accepted(): ReadonlySet<number> {
    return new Set([this.#start.outcome.cipherSuite, ...this.#roots.flatMap(allFound)])
  }

  *run(): Enumerator<void> {
    yield* this.#exhaust()
    // A server that picks its certificate first (HAProxy) refuses once the hello's ECDSA suites are all others: the rest
    // of its suites shows only to a hello without any. One that chose past ECDSA suites on offer is not of that kind.
    const accepted = this.accepted()
    const plain = suitesOf(this.#start.version).filter((id) => !accepted.has(id) && !isEcdsa(id))
    const looksPast = this.choices.some((offered, chosen) => !isEcdsa(chosen) && offered.some(isEcdsa))
    if (this.reason === null && !looksPast) {
      this.#roots = [...this.#roots, openPart(plain)]
      yield* this.#exhaust()
    }
    this.#start.rides?.end()
  }

  /** The hello that asks about some suites, the last of them dearest. */
  question(cipherSuites: readonly number[]): Question {
    return { offer: this.#offer(cipherSuites.toReversed()), depth: 'flight' }
  }

  #offer(cipherSuites: readonly number[]): Offer {
    const { offer, version } = this.#start
    return { ...offer, shape: `${offer.shape}-suites`, versions: [version], cipherSuites }
  }

  *#exhaust(): Enumerator<void> {
    for (;;) {
      const open = this.#roots.flatMap(leaves).filter(({ state }) => state === 'open')
      if (open.length === 0) return
      const asked: Asked[] = []
      // Two rides side by side would bring the same scheme.
      for (const parts of this.#together(open))
        asked.push(
          this.#ask(
            parts,
            asked.every(({ beside }) => beside !== 'schemes'),
          ),
        )
      const outcomes = yield* askAll(asked.map(({ offer }) => ({ offer, depth: 'flight' })))
      for (const [at, each] of asked.entries()) this.#fold(each, outcomes[at] as ProbeOutcome)
      this.#divide()
    }
  }

  /** Parts with something to expect are asked each alone; where none has, the rest of all is asked about at once. */
  #together(open: readonly Part[]): readonly (readonly Part[])[] {
    const isLikely = likelihood(this.accepted())
    const expecting = open.filter(({ candidates }) => candidates.some(isLikely))
    if (expecting.length > 0) return expecting.map((part) => [part])
    const length = open.reduce((sum, { candidates }) => sum + candidates.length, 0)
    return length > longList && !this.#hasTakenLongList() ? open.map((part) => [part]) : [open]
  }

  #ask(parts: readonly Part[], mayRide: boolean): Asked {
    const candidates = parts.flatMap((part) => part.candidates)
    const [part] = parts
    const isAlone = parts.length === 1 && part !== undefined
    const neighbour = isAlone && !part.isOvertaken && part.neighbour !== null ? [part.neighbour] : []
    const plain = this.#offer([...candidates.toReversed(), ...neighbour])
    if (this.#mayTryChaCha20) return this.#tryChaCha20(parts, plain)
    const { rides } = this.#start
    const boards = mayRide && isAlone && rides !== undefined && !this.choices.followClient(this.accepted())
    const boarded = boards ? rides.board(plain, candidates.find(isUsual)) : null
    return boarded ? { parts, offer: boarded, beside: 'schemes' } : { parts, offer: plain, beside: 'nothing' }
  }

  /** ChaCha20 is put in front once: a server that picks AES all the same prefers AES whatever the client likes. */
  #tryChaCha20(parts: readonly Part[], plain: Offer): Asked {
    this.#mayTryChaCha20 = false
    const { cipherSuites } = plain
    const turned = [...cipherSuites.filter(isChaCha20), ...cipherSuites.filter((id) => !isChaCha20(id))]
    const offer = { ...plain, shape: `${plain.shape}-chacha20-first`, cipherSuites: turned }
    return { parts, offer, beside: 'chacha20-preference' }
  }

  #fold(asked: Asked, outcome: ProbeOutcome): void {
    const { parts, offer } = asked
    const { version, rides } = this.#start
    if (isAccepted(outcome) && outcome.version === version) {
      const { cipherSuite: chosen } = outcome
      this.hellos.push(outcome)
      rides?.note(outcome)
      if (!this.#stands(asked, outcome)) return
      this.choices.add(offer.cipherSuites, chosen)
      const owner = parts.find(({ candidates }) => candidates.includes(chosen))
      if (owner !== undefined) {
        this.#keep(owner, chosen, offer.cipherSuites)
        return
      }
      const [part] = parts
      if (part?.neighbour === chosen) {
        part.isOvertaken = true
        return
      }
    } else if (asked.beside === 'schemes') {
      rides?.end()
      if (!isUnclear(outcome)) return
    }
    this.#close(parts, outcome)
  }

  /** Whether the answer is one to the plain question, too; another is dropped, and the plain question asked. */
  #stands({ beside, offer }: Asked, outcome: ServerHelloOutcome): boolean {
    if (beside === 'nothing') return true
    if (beside === 'schemes') {
      const stands = this.#start.rides?.stands(outcome) ?? false
      if (!stands) this.#start.rides?.end()
      return stands
    }
    this.chaCha20First = { outcome, offered: offer.cipherSuites }
    return !isChaCha20(outcome.cipherSuite)
  }

  #keep(part: Part, chosen: number, offered: readonly number[]): void {
    const { neighbour } = part
    if (neighbour !== null && (part.isOvertaken || offered.includes(neighbour)))
      this.choices.remember(chosen, neighbour, part.isOvertaken ? neighbour : chosen)
    part.found.push(chosen)
    part.candidates = part.candidates.filter((id) => id !== chosen)
    if (part.candidates.length === 0) part.state = 'done'
    // The first pick of a part is what the part before it is compared with from here on.
    if (part.found.length > 1) return
    const all = this.#roots.flatMap(leaves)
    const before = all[all.indexOf(part) - 1]
    if (before !== undefined && before.state === 'open') {
      before.neighbour = chosen
      before.isOvertaken = false
    }
  }

  #close(parts: readonly Part[], outcome: ProbeOutcome): void {
    const refused = isRefusal(outcome) || (isAccepted(outcome) && outcome.version !== this.#start.version)
    for (const part of parts) {
      if (refused && part.candidates.length > longList && !this.#hasTakenLongList()) this.#splitLongList(part)
      else part.state = refused ? 'done' : 'unclear'
    }
    if (!refused) this.reason ??= unknownReasonOf(outcome)
  }

  /** A long list was never accepted yet, so its refusal may be about its length. */
  #hasTakenLongList(): boolean {
    return this.choices.some((offered) => offered.length > longList)
  }

  #splitLongList(part: Part): void {
    const { candidates } = part
    const parts: Part[] = []
    for (let at = 0; at < candidates.length; at += longList) parts.push(openPart(candidates.slice(at, at + longList)))
    this.#roots = this.#roots.flatMap((root) => (root === part ? parts : [root]))
    this.refusesLongLists = true
  }

  /** Once a part has given enough, its rest is searched in two halves; the one with most left to find comes first. */
  #divide(): void {
    const isLikely = likelihood(this.accepted())
    const left = (part: Part): number => part.candidates.filter(isLikely).length
    for (;;) {
      const busy = this.#roots.flatMap(leaves).filter((part) => part.state === 'open' && left(part) > 0)
      if (busy.length >= this.#start.parts()) return
      const ready = busy.filter((part) => part.found.length >= this.#patienceOf(part))
      const [part] = ready.sort((one, other) => left(other) - left(one))
      if (part === undefined || !divide(part, isLikely)) return
    }
  }

  #patienceOf(part: Part): number {
    return this.#roots.includes(part) ? this.#start.patience : 0
  }
}

const isEcdsa = (id: number): boolean => cipherSuite(id)?.authentication === 'ECDSA'

/** Many servers take it, or this one takes its cipher and its key exchange in other suites. */
function likelihood(accepted: ReadonlySet<number>): (id: number) => boolean {
  const suites = [...accepted].flatMap((id) => cipherSuite(id) ?? [])
  const ciphers = new Set(suites.map(({ cipher }) => cipher))
  const exchanges = new Set(suites.map(exchangeOf))
  return (id) => {
    if (isUsual(id)) return true
    const suite = cipherSuite(id)
    return suite !== undefined && !isOddity(id) && ciphers.has(suite.cipher) && exchanges.has(exchangeOf(suite))
  }
}

function exchangeOf({ keyExchange, authentication, export: isExport }: CipherSuite): string {
  return `${keyExchange} ${authentication} ${isExport}`
}

/** Servers exist that refuse more than 128 suites. */
const longList = 120
