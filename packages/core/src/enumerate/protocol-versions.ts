import type { Evidence, ProtocolVersion, UnknownReason } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { type LadderOptions, ladder } from '../hello/shapes.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import { wireVersions } from '../wire/registry/protocol-version.ts'
import { askOnce, type Enumerator, isAccepted, isUnclear } from './enumerator.ts'
import { evidenceOf, unknownReasonOf } from './evidence.ts'

export interface VersionAnswer {
  readonly version: ProtocolVersion
  readonly offered: boolean | null
  readonly reason: UnknownReason | null
  readonly evidence: readonly Evidence[]
  /** The offer that the server accepted, and its answer. */
  readonly accepted: { readonly offer: Offer; readonly outcome: ServerHelloOutcome } | null
  readonly outcomes: readonly ProbeOutcome[]
  /** "No" rests on connections closed without a word: it needs proof that the server still answers other hellos. */
  readonly needsControl: boolean
}

export interface VersionOptions extends LadderOptions {
  readonly asked?: readonly ProbeOutcome[] | undefined
  readonly hasEcdsa?: boolean
}

/**
 * Whether one version is offered. The ladder is climbed until the server says yes, or says in so many words that it is
 * the version it minds; for the versions that matter most even then. `asked` are outcomes of the first rungs, where they
 * are known already; `hasEcdsa` tells whether the server may have an ECDSA certificate.
 */
export function* protocolVersion(
  version: ProtocolVersion,
  serverName: string | null,
  { asked = [], hasEcdsa = true, ...shape }: VersionOptions = {},
): Enumerator<VersionAnswer> {
  const outcomes: ProbeOutcome[] = []
  for (const [rung, offer] of ladder(version, serverName, shape).entries()) {
    if (saysNothingNew(version, offer, outcomes[0], hasEcdsa)) continue
    const known = asked[rung]
    const outcome: ProbeOutcome =
      known === undefined || isUnclear(known) ? yield* askOnce({ offer, depth: 'flight' }) : known
    outcomes.push(outcome)
    if (isYes(outcome, version)) return yes(version, offer, outcome, outcomes)
    if (!mayHaveMore(outcome)) break
    if (isExplicitNo(outcome, version) && !(needsWholeLadder.has(version) && rung < enoughRungs)) break
  }
  return no(version, outcomes)
}

function isYes(outcome: ProbeOutcome, version: ProtocolVersion): outcome is ServerHelloOutcome {
  return isAccepted(outcome) && outcome.version === version
}

function yes(
  version: ProtocolVersion,
  offer: Offer,
  outcome: ServerHelloOutcome,
  outcomes: ProbeOutcome[],
): VersionAnswer {
  return {
    version,
    offered: true,
    reason: null,
    evidence: [evidenceOf(outcome)],
    accepted: { offer, outcome },
    outcomes,
    needsControl: false,
  }
}

function no(version: ProtocolVersion, outcomes: readonly ProbeOutcome[]): VersionAnswer {
  const unclear = outcomes.find((outcome) => !isNo(outcome, version) && !isClosed(outcome))
  const explicit = outcomes.some((outcome) => isExplicitNo(outcome, version))
  // A server in trouble alerts as well, and so does one that wants something else of us.
  const isMeant = outcomes.some(
    (outcome) => outcome.kind !== 'alert' || isClosed(outcome) || refusingAlerts.has(outcome.description),
  )
  const told = explicit || (unclear === undefined && isMeant)
  return {
    version,
    offered: told ? false : null,
    reason: told ? null : unclear === undefined ? 'inconsistent' : unknownReasonOf(unclear),
    evidence: outcomes.map(evidenceOf),
    accepted: null,
    outcomes,
    needsControl: !explicit && (outcomes.some(isClosed) || outcomes.some((outcome) => outcome.kind === 'not-tls')),
  }
}

/**
 * Before TLS 1.2 the first hello offers every suite there is, so "no common suite" leaves one thing to try: a server that
 * commits to its ECDSA certificate before it looks at the suites.
 */
function saysNothingNew(
  version: ProtocolVersion,
  offer: Offer,
  first: ProbeOutcome | undefined,
  hasEcdsa: boolean,
): boolean {
  if (needsWholeLadder.has(version) || first?.kind !== 'alert' || !noCommonSuite.has(first.description)) return false
  return !(hasEcdsa && offer.shape.endsWith('no-ecdsa'))
}
const noCommonSuite = new Set([40, 71])

/** The server named the version as its reason, or negotiated another one. */
function isExplicitNo(outcome: ProbeOutcome, version: ProtocolVersion): boolean {
  if (outcome.kind === 'alert') return outcome.description === protocolVersionAlert
  return isAccepted(outcome) && wireVersions[outcome.version] !== wireVersions[version]
}

/** An answer in TLS that is not a yes. To an SSL 2.0 hello any other protocol's words are one. */
function isNo(outcome: ProbeOutcome, version: ProtocolVersion): boolean {
  if (outcome.kind === 'not-tls') return version === 'SSLv2'
  // A suite or group that was not offered, in the version asked about, tells neither way.
  if (outcome.kind === 'server-hello') return outcome.unoffered === null || outcome.unoffered === 'version'
  return outcome.kind === 'alert'
}

/** Hung up, in good order or with a goodbye. */
function isClosed(outcome: ProbeOutcome): boolean {
  if (outcome.kind === 'alert') return outcome.description === closeNotify
  return outcome.kind === 'failed' && outcome.reason === 'closed'
}

/** Whether another hello can tell more: not where nobody can be reached at all. */
function mayHaveMore(outcome: ProbeOutcome): boolean {
  if (outcome.kind === 'starttls-refused') return false
  return outcome.kind !== 'failed' || !final.has(outcome.reason)
}

const final = new Set(['refused', 'unreachable', 'cancelled', 'budget-spent', 'blocked-by-guard'])
const closeNotify = 0
const protocolVersionAlert = 70
/** What a server says of a hello that it cannot agree with, RFC 8446 section 6.2 and its predecessors. */
export const refusingAlerts: ReadonlySet<number> = new Set([10, 40, 47, 50, protocolVersionAlert, 71, 86, 109, 110])
/** A wrong "no" here turns a verdict, so two more shapes are tried even after a clear one. */
const needsWholeLadder = new Set<ProtocolVersion>(['TLSv1.2', 'TLSv1.3'])
const enoughRungs = 2
