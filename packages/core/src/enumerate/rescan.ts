import { createHash } from 'node:crypto'
import { type Facts, type ProtocolFact, type ProtocolVersion, protocolVersions } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { plainOffer } from '../hello/shapes.ts'
import { suitesOf } from '../hello/suite-order.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { askAll, type Enumerator, isAccepted, type Question } from './enumerator.ts'
import { type Pair, witnesses } from './rescan-witnesses.ts'

/** One thing that was so and must be so still. */
interface Check {
  readonly question: Question
  /** The suite that must be chosen; null where the hello must be refused. */
  readonly expects: number | null
  readonly version: ProtocolVersion
}

export interface RescanOptions {
  /** Connections at most. */
  readonly limit: number
  /** How many rescans came before: each goes on where the last one stopped. */
  readonly turn: number
}

/**
 * Whether a server is still as its facts say, by at most `limit` hellos. False means "look again", never "it changed":
 * doubt ends in a full scan.
 *
 * One hello shows one suite, so a server with more pairs of version and suite than `limit` cannot be seen to in every
 * detail at once. Every rescan surely notices: a version that came or went; a suite that came, in any version; another
 * first choice, or a change of whose order counts, in the highest version and in the highest one before TLS 1.3; another
 * certificate for any kind of key that suites before TLS 1.3 ask for; and that a class that findings are about has gone as
 * a whole (`witnesses`). Should these alone be more than `limit` less one, the last of them wait as well. Every other pair, with its place before the ones that follow, waits for its turn: of `n` that wait and `k`
 * that fit, all are asked about in `Math.ceil(n / k)` rescans. Where all fit, one rescan notices every change.
 */
export function* isUnchanged(
  previous: Facts,
  serverName: string | null,
  { limit, turn }: RescanOptions,
): Enumerator<boolean> {
  const planned = plan(previous, serverName)
  if (planned === null) return false
  const checks = takeTurn(planned, limit, turn)
  const outcomes = yield* askAll(checks.map(({ question }) => question))
  const known = knownChains(previous)
  return checks.every((check, at) => holds(check, outcomes[at] as ProbeOutcome, known))
}

/** After how many rescans every pair has been asked about; null where the facts are too open for any. */
export function rescansToSeeAll(previous: Facts, limit: number): number | null {
  const planned = plan(previous, null)
  if (planned === null) return null
  const waiting = planned.waiting.length + Math.max(0, planned.always.length - (limit - 1))
  return Math.max(1, Math.ceil(waiting / placesLeft(planned, limit)))
}

interface Plan {
  /** Asked in every rescan, the most telling first. */
  readonly always: readonly Check[]
  readonly waiting: readonly Check[]
}

/** All checks, or null where the facts leave something open that only a full scan can close. */
function plan(previous: Facts, serverName: string | null): Plan | null {
  if (previous.status !== 'OBSERVED' || previous.depth !== 'full') return null
  if (previous.protocols.some(({ offered }) => offered === null)) return null
  const offered = previous.protocols.filter((fact) => fact.offered)
  if (offered.some(({ enumeration }) => enumeration !== 'complete')) return null
  const lowest = protocolVersions.indexOf(offered[0]?.version ?? 'TLSv1.3')
  if (offered.length === 0) return null
  const absent = previous.protocols.filter(({ version, offered: is }) => !is && mustAsk(version, lowest))
  const lists = offered.filter(({ version, cipherSuites }) => version !== 'SSLv2' && cipherSuites.length > 0)
  const pairs = lists.flatMap(({ version, cipherSuites }) =>
    cipherSuites.map(({ id }, at): Pair => ({ version, id, at })),
  )
  const tops = [lists.at(-1), lists.findLast(({ version }) => version !== 'TLSv1.3')]
  // Whose order counts shows where the client's turn comes first and where the server's does: by both ends of its list.
  const isHead = ({ version, at }: Pair): boolean =>
    tops.some(
      (list) =>
        list?.version === version &&
        (at === 0 || (list.preference === 'CLIENT' && at === list.cipherSuites.length - 1)),
    )
  const heads = pairs.filter(isHead)
  const chosen = witnesses(pairs, heads)
  const byVersion = new Map(
    lists.map((fact) => [fact.version, suiteChecks(fact, plainOffer(fact.version, serverName))]),
  )
  const checkOf = ({ version, at }: Pair): Check => byVersion.get(version)?.accepted[at] as Check
  return {
    always: [
      ...absent.map(({ version }) => refused(version, plainOffer(version, serverName))),
      ...[...byVersion.values()].flatMap(({ rest }) => rest),
      ...chosen.map(checkOf),
    ],
    waiting: pairs.filter((pair) => !chosen.includes(pair)).map(checkOf),
  }
}

/** One hello below the lowest version speaks for all that are lower still; SSL 2.0 has a hello of its own. */
function mustAsk(version: ProtocolVersion, lowest: number): boolean {
  const at = protocolVersions.indexOf(version)
  return version === 'SSLv2' || at === lowest - 1 || at > lowest
}

function refused(version: ProtocolVersion, offer: Offer): Check {
  return { question: { offer, depth: 'hello' }, expects: null, version }
}

/** What shows that nothing came, and for each accepted suite what shows it in its place. */
function suiteChecks(
  fact: ProtocolFact,
  plain: Offer,
): { readonly rest: readonly Check[]; readonly accepted: readonly Check[] } {
  const version = fact.version as Exclude<ProtocolVersion, 'SSLv2'>
  const accepted = fact.cipherSuites.map(({ id }) => id)
  const unknown = suitesOf(version).filter((id) => !accepted.includes(id))
  const offering = (cipherSuites: readonly number[], expects: number): Check => ({
    question: { offer: { ...plain, shape: `${plain.shape}-rescan`, cipherSuites }, depth: 'flight' },
    expects,
    version,
  })
  const rest = refused(version, { ...plain, shape: `${plain.shape}-rescan`, cipherSuites: unknown })
  if (fact.preference === 'CLIENT') {
    // The client's first is chosen: each suite once in front of all others.
    return {
      rest: [rest],
      accepted: accepted.map((id) => offering([id, ...accepted.filter((other) => other !== id)], id)),
    }
  }
  return { rest: [rest], accepted: accepted.map((id, at) => offering(accepted.slice(at).toReversed(), id)) }
}

/** At least one place is kept for what waits. */
function placesLeft({ always, waiting }: Plan, limit: number): number {
  const left = limit - always.length
  return left > 0 || (left === 0 && waiting.length === 0) ? Math.max(1, left) : 1
}

function takeTurn(planned: Plan, limit: number, turn: number): Check[] {
  const { always, waiting } = planned
  if (always.length + waiting.length <= limit) return [...always, ...waiting]
  const places = placesLeft(planned, limit)
  const now = always.slice(0, limit - places)
  const queue = [...always.slice(limit - places), ...waiting]
  const start = (turn * places) % queue.length
  return [...now, ...[...queue.slice(start), ...queue.slice(0, start)].slice(0, places)]
}

function holds({ expects, version }: Check, outcome: ProbeOutcome, known: ReadonlySet<string>): boolean {
  if (expects === null) return outcome.kind === 'alert' || wasSilent(outcome) || isLower(outcome, version)
  if (!isAccepted(outcome) || outcome.version !== version || outcome.cipherSuite !== expects) return false
  return outcome.certificates === null || outcome.certificates.length === 0 || known.has(chainKey(outcome.certificates))
}

/** Servers that answered such a hello by hanging up do so again; one that never did ends in a full scan by its suites. */
function wasSilent(outcome: ProbeOutcome): boolean {
  return outcome.kind === 'failed' && outcome.reason === 'closed'
}

/** A server that has not got the version may negotiate another that it is known to have. */
function isLower(outcome: ProbeOutcome, version: ProtocolVersion): boolean {
  return (
    isAccepted(outcome) &&
    protocolVersions.indexOf(outcome.version) < protocolVersions.indexOf(version) &&
    version === 'TLSv1.3'
  )
}

function knownChains(previous: Facts): ReadonlySet<string> {
  return new Set(previous.certificates.map(({ chain }) => chain.map(({ sha256 }) => sha256).join()))
}

function chainKey(chain: readonly Uint8Array[]): string {
  return chain
    .slice(0, maxChain)
    .map((der) => createHash('sha256').update(der).digest('hex'))
    .join()
}

/** As many certificates of a chain as facts keep. */
const maxChain = 32
