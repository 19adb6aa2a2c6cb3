import type { Facts, ObservationStatus, ProtocolVersion } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { type LadderOptions, ladder } from '../hello/shapes.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import type { AddressedTarget } from '../target.ts'
import { unobservedFacts } from './empty-facts.ts'
import type { Ask } from './enumerator.ts'
import { evidenceOf, unknownReasonOf } from './evidence.ts'

export interface FirstContact {
  readonly asked: ReadonlyMap<ProtocolVersion, readonly ProbeOutcome[]>
  readonly outcomes: readonly ProbeOutcome[]
}

/** TLS 1.2 and 1.3 at once: between them they reach nearly everything. */
export async function firstContact(target: AddressedTarget, ask: Ask, shape: LadderOptions): Promise<FirstContact> {
  const versions = ['TLSv1.2', 'TLSv1.3'] as const
  const outcomes = await Promise.all(
    versions.map((version) => ask({ offer: rung(version, target.serverName, 0, shape), depth: 'flight' })),
  )
  const asked = new Map(versions.map((version, at) => [version, [outcomes[at] as ProbeOutcome]]))
  if (!outcomes.every(isSilent)) return { asked, outcomes }
  // Servers exist that leave a hello of more than 255 bytes unanswered.
  const second = await ask({ offer: rung('TLSv1.2', target.serverName, 1, {}), depth: 'flight' })
  return { asked, outcomes: [...outcomes, second] }
}

/** An outcome that makes further questions pointless, where all first ones ended like it. */
export function failedContact(outcomes: readonly ProbeOutcome[]): ProbeOutcome | null {
  return outcomes.every(isHopeless) ? mostTelling(outcomes) : null
}

/** The outcome that says most about why nothing was seen. */
export function mostTelling(outcomes: readonly ProbeOutcome[]): ProbeOutcome {
  const telling = outcomes.find((outcome) => outcome.kind !== 'failed') ?? outcomes[0]
  if (telling === undefined) throw new RangeError('no outcome')
  return telling
}

export function speaksTls(outcome: ProbeOutcome): boolean {
  return outcome.kind === 'alert' || outcome.kind === 'server-hello'
}

/** Facts of an address that gave no TLS at all. */
export function withoutTls(target: AddressedTarget, outcome: ProbeOutcome, depth: Facts['depth']): Facts {
  const facts = unobservedFacts(statusOf(outcome), unknownReasonOf(outcome), { depth, starttls: target.starttls })
  if (facts.starttls === null) return facts
  const notOffered = outcome.kind === 'starttls-refused' && outcome.reason === 'not-offered'
  const evidence = [evidenceOf(outcome)]
  const offered = notOffered ? { value: false, reason: null, evidence } : { ...facts.starttls.offered, evidence }
  return { ...facts, starttls: { ...facts.starttls, offered, banner: outcome.banner } }
}

function rung(version: ProtocolVersion, serverName: string | null, at: number, shape: LadderOptions): Offer {
  const offer = ladder(version, serverName, shape)[at]
  if (offer === undefined) throw new RangeError(`no rung ${at} for ${version}`)
  return offer
}

const isSilent = (outcome: ProbeOutcome): boolean => outcome.kind === 'failed' && outcome.reason === 'timed-out'

function isHopeless(outcome: ProbeOutcome): boolean {
  if (outcome.kind === 'starttls-refused') return outcome.reason !== 'throttled'
  return outcome.kind === 'not-tls' || (outcome.kind === 'failed' && hopeless.has(outcome.reason))
}

const hopeless = new Set(['refused', 'unreachable', 'timed-out', 'cancelled', 'budget-spent', 'blocked-by-guard'])

function statusOf(outcome: ProbeOutcome): ObservationStatus {
  if (outcome.kind === 'starttls-refused') return outcome.reason === 'not-spoken' ? 'NOT_TLS' : 'STARTTLS_REFUSED'
  return outcome.kind === 'failed' ? (failedStatus.get(outcome.reason) ?? 'UNREACHABLE') : 'NOT_TLS'
}

const failedStatus = new Map<string, ObservationStatus>([
  ['refused', 'REFUSED'],
  ['timed-out', 'TIMED_OUT'],
  ['budget-spent', 'TIMED_OUT'],
  ['cancelled', 'TIMED_OUT'],
  ['too-much', 'NOT_TLS'],
  ['blocked-by-guard', 'BLOCKED'],
])
