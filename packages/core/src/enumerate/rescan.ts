import { createHash } from 'node:crypto'
import { type Facts, type ProtocolFact, type ProtocolVersion, protocolVersions } from '../facts.ts'
import type { Offer } from '../hello/offer.ts'
import { plainOffer } from '../hello/shapes.ts'
import { suitesOf } from '../hello/suite-order.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import { askAll, type Enumerator, isAccepted, type Question } from './enumerator.ts'

/** One thing that was so and must be so still. */
interface Check {
  readonly question: Question
  /** The suite that must be chosen; null where the hello must be refused. */
  readonly expects: number | null
  readonly version: ProtocolVersion
  /** Asked whatever else must wait. */
  readonly always: boolean
}

/**
 * Whether a server is still as its facts say: versions, suites, their order and the certificates that come with them. Every
 * change shows as long as the checks fit into `limit`; of more, those that must wait are drawn by `pick`, so that a few
 * rescans see to all of them. False means "look again", never "it changed": doubt ends in a full scan.
 */
export function* isUnchanged(
  previous: Facts,
  serverName: string | null,
  { limit, pick }: { readonly limit: number; readonly pick: (below: number) => number },
): Enumerator<boolean> {
  const planned = plan(previous, serverName)
  if (planned === null) return false
  const checks = draw(planned, limit, pick)
  const outcomes = yield* askAll(checks.map(({ question }) => question))
  const known = knownChains(previous)
  return checks.every((check, at) => holds(check, outcomes[at] as ProbeOutcome, known))
}

/** All checks, or null where the facts leave something open that only a full scan can close. */
function plan(previous: Facts, serverName: string | null): Check[] | null {
  if (previous.status !== 'OBSERVED' || previous.depth !== 'full') return null
  if (previous.protocols.some(({ offered }) => offered === null)) return null
  const offered = previous.protocols.filter((fact) => fact.offered)
  if (offered.some(({ enumeration }) => enumeration !== 'complete')) return null
  const lowest = protocolVersions.indexOf(offered[0]?.version ?? 'TLSv1.3')
  if (offered.length === 0) return null
  const absent = previous.protocols.filter(({ version, offered: is }) => !is && mustAsk(version, lowest))
  return [
    ...absent.map(({ version }) => refused(version, plainOffer(version, serverName))),
    ...offered.flatMap((fact) =>
      fact.version === 'SSLv2' ? [] : suiteChecks(fact, plainOffer(fact.version, serverName)),
    ),
  ]
}

/** One hello below the lowest version speaks for all that are lower still; SSL 2.0 has a hello of its own. */
function mustAsk(version: ProtocolVersion, lowest: number): boolean {
  const at = protocolVersions.indexOf(version)
  return version === 'SSLv2' || at === lowest - 1 || at > lowest
}

function refused(version: ProtocolVersion, offer: Offer): Check {
  return { question: { offer, depth: 'hello' }, expects: null, version, always: true }
}

function suiteChecks(fact: ProtocolFact, plain: Offer): Check[] {
  const version = fact.version as Exclude<ProtocolVersion, 'SSLv2'>
  const accepted = fact.cipherSuites.map(({ id }) => id)
  const rest = suitesOf(version).filter((id) => !accepted.includes(id))
  const offering = (cipherSuites: readonly number[], expects: number, always: boolean): Check => ({
    question: { offer: { ...plain, shape: `${plain.shape}-rescan`, cipherSuites }, depth: 'flight' },
    expects,
    version,
    always,
  })
  if (fact.preference === 'CLIENT') {
    // What comes first is chosen, so the rest in front of the last suite is refused by the same answer.
    return accepted.map((id, at) => {
      const others = accepted.filter((other) => other !== id)
      return at === 0 ? offering([...rest, id], id, true) : offering([id, ...others], id, false)
    })
  }
  return [
    refused(version, { ...plain, shape: `${plain.shape}-rescan`, cipherSuites: rest }),
    ...accepted.map((id, at) => offering(accepted.slice(at).toReversed(), id, at === 0)),
  ]
}

function draw(checks: readonly Check[], limit: number, pick: (below: number) => number): Check[] {
  const chosen = checks.filter(({ always }) => always)
  const waiting = checks.filter(({ always }) => !always)
  while (waiting.length > 0 && chosen.length < limit) chosen.push(...waiting.splice(pick(waiting.length), 1))
  return chosen
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
