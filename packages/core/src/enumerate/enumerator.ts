import type { Offer } from '../hello/offer.ts'
import type { Depth } from '../probe/flight-context.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'

export interface Question {
  readonly offer: Offer
  readonly depth: Depth
}

/** Yields batches of questions, is given their outcomes in the same order, and returns one fact. Owns no connection. */
export type Enumerator<T> = Generator<readonly Question[], T, readonly ProbeOutcome[]>

export type Ask = (question: Question) => Promise<ProbeOutcome>

/** Runs an enumerator; every question is a connection, the budget behind `ask` decides when. */
export async function drive<T>(enumerator: Enumerator<T>, ask: Ask): Promise<T> {
  let step = enumerator.next()
  while (!step.done) step = enumerator.next(await Promise.all(step.value.map(ask)))
  return step.value
}

/** Asks one question, once more where the answer was none, and returns the last outcome. */
export function* askOnce(question: Question): Enumerator<ProbeOutcome> {
  const [first] = yield [question]
  if (first === undefined || !isUnclear(first)) return first as ProbeOutcome
  const [second] = yield [question]
  return second as ProbeOutcome
}

/** Asks questions side by side; those without an answer once more. */
export function* askAll(questions: readonly Question[]): Enumerator<ProbeOutcome[]> {
  const outcomes = [...(yield questions)]
  const again = outcomes.map((outcome, at) => ({ outcome, at })).filter(({ outcome }) => isUnclear(outcome))
  if (again.length === 0) return outcomes
  const second = yield again.map(({ at }) => questions[at] as Question)
  for (const [index, { at }] of again.entries()) outcomes[at] = second[index] as ProbeOutcome
  return outcomes
}

/** The server negotiated what was offered. */
export function isAccepted(outcome: ProbeOutcome): outcome is ServerHelloOutcome {
  return outcome.kind === 'server-hello' && outcome.unoffered === null
}

/** The server said no in TLS, or hung up in good order as some do instead. */
export function isRefusal(outcome: ProbeOutcome): boolean {
  return outcome.kind === 'alert' || (outcome.kind === 'failed' && outcome.reason === 'closed')
}

/** Worth asking again: the network or the peer's mood may differ next time. */
export function isUnclear(outcome: ProbeOutcome): boolean {
  if (outcome.kind === 'starttls-refused') return outcome.reason === 'throttled'
  return outcome.kind === 'failed' && transient.has(outcome.reason)
}

const transient = new Set(['closed', 'reset', 'timed-out'])
