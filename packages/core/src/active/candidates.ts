import type { Offer } from '../hello/offer.ts'
import { suitesOf } from '../hello/suite-order.ts'
import {
  flightParameters,
  type SessionVersion,
  sessionOffer,
  sessionVersions,
  suiteParameters,
} from '../session/index.ts'
import { type CipherSuite, cipherSuite } from '../wire/registry/cipher-suite.ts'
import { type Attempt, type AttemptOptions, attempt } from './attempt.ts'
import type { ActiveContext } from './check.ts'
import { type Ending, endingOfFacts, endingOfUs } from './ending.ts'

export interface Question {
  /** Names the hello in evidence. */
  readonly shape: string
  /** Suites that the question can be asked in; any by default. */
  readonly suites?: (suite: CipherSuite) => boolean
  /** Versions that it can be asked in; all that sessions are spoken in by default. */
  readonly versions?: readonly SessionVersion[]
  /** `flight`: what the server says before any key is agreed is enough, so suites that need a shared secret serve too. */
  readonly until?: 'flight' | 'finished'
  readonly change?: Partial<Offer>
}

/**
 * Asks in the highest version that the server speaks, and in lower ones where it says no to the offer by alert. What the
 * facts rule out already is not asked.
 */
export async function ask<T>(
  context: ActiveContext,
  question: Question,
  use: Parameters<typeof attempt<T>>[2],
  options: AttemptOptions = {},
): Promise<Attempt<T>> {
  const offers = offersFor(context, question)
  if (!Array.isArray(offers)) return { done: false, ending: offers }
  for (const offer of offers.slice(0, -1)) {
    const tried = await attempt(context, offer, use, options)
    if (tried.done || !tried.ending.refusal) return tried
  }
  const last = offers[offers.length - 1] as Offer
  const tried = await attempt(context, last, use, options)
  // That it does not speak what it was seen to accept is no answer to anything.
  const contradicts = !tried.done && tried.ending.refusal && isKnown(context, last)
  return contradicts ? { done: false, ending: { ...tried.ending, refusal: false } } : tried
}

/** The server is known to accept something of the offer. */
function isKnown({ facts }: ActiveContext, { versions, cipherSuites }: Offer): boolean {
  return facts.protocols.some(
    ({ version, offered, cipherSuites: accepted }) =>
      offered === true && version === versions[0] && accepted.some(({ id }) => cipherSuites.includes(id)),
  )
}

/** The offers to try, best first and never none; or why there are none. */
export function offersFor({ target, facts }: ActiveContext, question: Question): Offer[] | Ending {
  const offers: Offer[] = []
  let isBeyondUs = false
  for (const version of question.versions ?? sessionVersions) {
    const { suites, beyondUs } = suitesIn(facts, version, question)
    isBeyondUs ||= beyondUs
    if (suites.length === 0) continue
    const { shape } = question
    const offer = sessionOffer(version, { shape, cipherSuites: suites, serverName: target.serverName })
    offers.push({ ...offer, ...question.change, shape: offer.shape })
  }
  if (offers.length > 0) return offers
  return isBeyondUs
    ? endingOfUs('only in a version or suite that is not spoken here')
    : endingOfFacts('no version and suite that it needs is accepted')
}

function suitesIn(
  facts: ActiveContext['facts'],
  version: SessionVersion,
  { suites: wanted = () => true, until = 'finished' }: Question,
): { readonly suites: readonly number[]; readonly beyondUs: boolean } {
  const protocol = facts.protocols.find((each) => each.version === version)
  if (protocol?.offered === false) return { suites: [], beyondUs: false }
  const isWanted = (id: number): boolean => {
    const suite = cipherSuite(id)
    return suite !== undefined && wanted(suite)
  }
  const isSpoken = (id: number): boolean =>
    suiteParameters(id) !== undefined || (until === 'flight' && flightParameters(id) !== undefined)
  const accepted = (protocol?.cipherSuites ?? []).map(({ id }) => id).filter(isWanted)
  // One that a session can be finished with is the server's better half, and costs it least.
  const spoken = accepted.filter(isSpoken).sort((left, right) => rank(left) - rank(right))
  if (spoken.length > 0) return { suites: spoken.slice(0, maxSuites), beyondUs: false }
  if (protocol?.enumeration === 'complete') return { suites: [], beyondUs: accepted.length > 0 }
  const all = suitesOf(version).filter(
    (id) => isWanted(id) && suiteParameters(id) !== undefined && isSpokenIn(version, id),
  )
  return { suites: all.slice(0, maxSuites), beyondUs: false }
}

function isSpokenIn(version: SessionVersion, id: number): boolean {
  return version === 'TLSv1.2' || cipherSuite(id)?.since === 'SSLv3'
}

const rank = (id: number): number => (suiteParameters(id) === undefined ? 1 : 0)

/** Servers exist that refuse long lists. */
const maxSuites = 60
