import {
  type CodePoint,
  type DhFact,
  type Facts,
  type GroupFact,
  type ObservationStatus,
  type ProtocolFact,
  type ProtocolVersion,
  protocolVersions,
} from '../facts.ts'
import { ladder } from '../hello/shapes.ts'
import { bitLength, knownPrimeName } from '../probe/known-prime.ts'
import type { ProbeOutcome, ServerHelloOutcome } from '../probe/outcome.ts'
import type { AddressedTarget } from '../target.ts'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { namedGroupName } from '../wire/registry/named-group.ts'
import { signatureSchemeName } from '../wire/registry/signature-scheme.ts'
import { ssl2CipherName } from '../wire/registry/ssl2-cipher.ts'
import { foldChains, otherCertificates, type SeenChain } from './certificates.ts'
import { cipherSuites, type SuitesAnswer } from './cipher-suites.ts'
import { unknownProtocol, unobservedFacts } from './empty-facts.ts'
import { type Ask, drive, isAccepted } from './enumerator.ts'
import { evidenceOf, unknownReasonOf } from './evidence.ts'
import { ecdheParameters, tls13Parameters } from './key-parameters.ts'
import { protocolVersion, type VersionAnswer } from './protocol-versions.ts'
import type { RemoveChosenAnswer } from './remove-chosen.ts'

export type ObserveStage = 'CONNECTING' | 'VERSIONS' | 'CIPHER_SUITES' | 'CERTIFICATES' | 'FEATURES'

export interface ObserveOptions {
  readonly depth: Facts['depth']
  readonly trustAnchors: readonly string[]
  readonly now: Date
  readonly onStage: (stage: ObserveStage) => void
}

/** Everything about one address, as facts. */
export async function observe(target: AddressedTarget, ask: Ask, options: ObserveOptions): Promise<Facts> {
  options.onStage('CONNECTING')
  const first = await firstContact(target, ask)
  const failure = failedContact(first.outcomes)
  if (failure !== null) return unreachable(target, failure, options)
  options.onStage('VERSIONS')
  const answers = await askVersions(target, ask, first.asked)
  const versions = await confirmSilence(answers, ask)
  const outcomes = versions.flatMap((answer) => answer.outcomes)
  if (!outcomes.some(speaksTls)) return unreachable(target, worstOf(outcomes), options)
  options.onStage('CIPHER_SUITES')
  const found = options.depth === 'full' ? await enumerate(versions, target, ask) : nothingFound
  options.onStage('CERTIFICATES')
  return assemble(target, versions, found, options)
}

interface FirstContact {
  readonly asked: ReadonlyMap<ProtocolVersion, readonly ProbeOutcome[]>
  readonly outcomes: readonly ProbeOutcome[]
}

/** TLS 1.2 and 1.3 at once: between them they reach nearly everything. */
async function firstContact(target: AddressedTarget, ask: Ask): Promise<FirstContact> {
  const versions = ['TLSv1.2', 'TLSv1.3'] as const
  const offers = versions.map((version) => firstRung(version, target.serverName))
  const outcomes = await Promise.all(offers.map((offer) => ask({ offer, depth: 'flight' })))
  const asked = new Map(versions.map((version, at) => [version, [outcomes[at] as ProbeOutcome]]))
  if (!outcomes.every(isSilent)) return { asked, outcomes }
  // Servers exist that leave a hello of more than 255 bytes unanswered.
  const small = ladder('TLSv1.2', target.serverName)[1]
  if (small === undefined) return { asked, outcomes }
  const second = await ask({ offer: small, depth: 'flight' })
  return { asked, outcomes: [...outcomes, second] }
}

function firstRung(version: ProtocolVersion, serverName: string | null) {
  const [offer] = ladder(version, serverName)
  if (offer === undefined) throw new RangeError(`no hello for ${version}`)
  return offer
}

const isSilent = (outcome: ProbeOutcome): boolean => outcome.kind === 'failed' && outcome.reason === 'timed-out'

function speaksTls(outcome: ProbeOutcome): boolean {
  return outcome.kind === 'alert' || outcome.kind === 'server-hello'
}

/** An outcome that makes further questions pointless, where all first ones ended like it. */
function failedContact(outcomes: readonly ProbeOutcome[]): ProbeOutcome | null {
  const hopeless = outcomes.every(
    (outcome) =>
      outcome.kind === 'not-tls' ||
      (outcome.kind === 'starttls-refused' && outcome.reason !== 'throttled') ||
      (outcome.kind === 'failed' && hopelessReasons.has(outcome.reason)),
  )
  return hopeless ? worstOf(outcomes) : null
}

const hopelessReasons = new Set([
  'refused',
  'unreachable',
  'timed-out',
  'cancelled',
  'budget-spent',
  'blocked-by-guard',
])

/** The outcome that says most about why nothing was seen. */
function worstOf(outcomes: readonly ProbeOutcome[]): ProbeOutcome {
  const telling = outcomes.find((outcome) => outcome.kind !== 'failed') ?? outcomes[0]
  if (telling === undefined) throw new RangeError('no outcome')
  return telling
}

function unreachable(target: AddressedTarget, outcome: ProbeOutcome, options: ObserveOptions): Facts {
  const reason = unknownReasonOf(outcome)
  const facts = unobservedFacts(statusOf(outcome), reason, { depth: options.depth, starttls: target.starttls })
  if (facts.starttls === null) return facts
  const offered =
    outcome.kind === 'starttls-refused' && outcome.reason === 'not-offered'
      ? { value: false, reason: null, evidence: [evidenceOf(outcome)] }
      : { ...facts.starttls.offered, evidence: [evidenceOf(outcome)] }
  return { ...facts, starttls: { ...facts.starttls, offered, banner: outcome.banner } }
}

function statusOf(outcome: ProbeOutcome): ObservationStatus {
  if (outcome.kind === 'starttls-refused') return outcome.reason === 'not-spoken' ? 'NOT_TLS' : 'STARTTLS_REFUSED'
  if (outcome.kind !== 'failed') return 'NOT_TLS'
  return failedStatus.get(outcome.reason) ?? 'UNREACHABLE'
}

const failedStatus = new Map<string, ObservationStatus>([
  ['refused', 'REFUSED'],
  ['timed-out', 'TIMED_OUT'],
  ['budget-spent', 'TIMED_OUT'],
  ['cancelled', 'TIMED_OUT'],
  ['too-much', 'NOT_TLS'],
  ['blocked-by-guard', 'BLOCKED'],
])

function askVersions(target: AddressedTarget, ask: Ask, asked: FirstContact['asked']): Promise<VersionAnswer[]> {
  return Promise.all(
    protocolVersions.map((version) => drive(protocolVersion(version, target.serverName, asked.get(version)), ask)),
  )
}

/** "Closed" counts as "no" only while the same server still answers a hello that it is known to answer. */
async function confirmSilence(answers: readonly VersionAnswer[], ask: Ask): Promise<readonly VersionAnswer[]> {
  if (!answers.some(({ needsControl }) => needsControl)) return answers
  const known = answers.find(({ accepted }) => accepted !== null)?.accepted
  const control = known ? await ask({ offer: known.offer, depth: 'hello' }) : null
  if (control !== null && speaksTls(control)) return answers
  return answers.map((answer) =>
    answer.needsControl ? { ...answer, offered: null, reason: 'closed' as const } : answer,
  )
}

interface Found {
  readonly suites: readonly SuitesAnswer[]
  readonly tls13: RemoveChosenAnswer | null
  readonly ecdhe: readonly { readonly version: ProtocolVersion; readonly answer: RemoveChosenAnswer }[]
  readonly chains: readonly SeenChain[]
}

const nothingFound: Found = { suites: [], tls13: null, ecdhe: [], chains: [] }

async function enumerate(versions: readonly VersionAnswer[], target: AddressedTarget, ask: Ask): Promise<Found> {
  const accepted = new Map(
    versions.flatMap(({ version, accepted: start }) => (start === null ? [] : [[version, start] as const])),
  )
  const isRich = accepted.has('TLSv1.0') || accepted.has('TLSv1.1') || accepted.has('SSLv3')
  const old = (['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2'] as const).flatMap((version) => {
    const start = accepted.get(version)
    if (start === undefined) return []
    const parts = version === 'TLSv1.2' && isRich ? 5 : 1
    return [drive(cipherSuites({ version, ...start, patience: isRich ? 1 : 5, parts }), ask)]
  })
  const modern = accepted.get('TLSv1.3')
  const highestOld = (['TLSv1.2', 'TLSv1.1', 'TLSv1.0'] as const).find((version) => accepted.has(version))
  const [suites, tls13, ecdhe] = await Promise.all([
    Promise.all(old),
    modern === undefined ? null : drive(tls13Parameters(modern.offer), ask),
    highestOld === undefined ? [] : askEcdhe(highestOld, target, accepted.get(highestOld), ask),
  ])
  const chains = modern === undefined ? [] : await drive(otherCertificates(modern.offer, modern.outcome), ask)
  return { suites, tls13, ecdhe, chains }
}

async function askEcdhe(
  version: 'TLSv1.0' | 'TLSv1.1' | 'TLSv1.2',
  target: AddressedTarget,
  start: VersionAnswer['accepted'] | undefined,
  ask: Ask,
): Promise<Found['ecdhe']> {
  if (!start) return []
  const kinds = ['RSA', 'ECDSA'] as const
  const answers = await Promise.all(
    kinds.map((kind) => drive(ecdheParameters(version, target.serverName, start.offer, kind), ask)),
  )
  return answers.map((answer) => ({ version, answer }))
}

function assemble(
  target: AddressedTarget,
  versions: readonly VersionAnswer[],
  found: Found,
  options: ObserveOptions,
): Facts {
  const hellos = allHellos(versions, found)
  const banner = hellos.find((hello) => hello.banner !== null)?.banner ?? null
  return {
    ...unobservedFacts('OBSERVED', null, { depth: options.depth, starttls: target.starttls }),
    protocols: versions.map((answer) => protocolFact(answer, found)),
    groups: foldGroups(hellos),
    signatureSchemes: codePoints(new Set(hellos.flatMap((hello) => hello.signatureScheme ?? [])), signatureSchemeName),
    dh: foldDh(hellos),
    certificates: foldChains([...served(versions, found, target), ...found.chains], {
      trustAnchors: options.trustAnchors,
      host: target.host,
      now: options.now,
    }),
    deviations: found.suites.some(({ refusesLongLists }) => refusesLongLists)
      ? [{ id: 'long-suite-list-intolerance', detail: 'more than 120 cipher suites' }]
      : [],
    starttls:
      target.starttls === null
        ? null
        : { kind: target.starttls, offered: { value: true, reason: null, evidence: [] }, banner },
  }
}

function allHellos(versions: readonly VersionAnswer[], found: Found): ServerHelloOutcome[] {
  return [
    ...versions.flatMap(({ accepted }) => accepted?.outcome ?? []),
    ...found.suites.flatMap(({ hellos }) => hellos),
    ...(found.tls13?.hellos ?? []),
    ...found.ecdhe.flatMap(({ answer }) => answer.hellos),
    ...found.chains.map(({ outcome }) => outcome),
  ]
}

function protocolFact(answer: VersionAnswer, found: Found): ProtocolFact {
  const { version, offered, reason, evidence } = answer
  const base = { ...unknownProtocol(version, reason), offered, evidence }
  if (answer.accepted === null) return base
  const { outcome } = answer.accepted
  if (version === 'SSLv2') {
    const cipherSuites = codePoints(new Set(outcome.ssl2Ciphers), ssl2CipherName)
    return { ...base, cipherSuites, enumeration: 'complete' }
  }
  if (version === 'TLSv1.3') return { ...base, ...suites13(outcome, found.tls13) }
  const suites = found.suites.find((each) => each.version === version)
  if (suites === undefined) return { ...base, cipherSuites: named([outcome.cipherSuite]), enumeration: 'partial' }
  return {
    ...base,
    cipherSuites: named(suites.suites),
    enumeration: suites.complete ? 'complete' : 'partial',
    preference: suites.preference,
  }
}

function suites13(
  first: ServerHelloOutcome,
  answer: RemoveChosenAnswer | null,
): Pick<ProtocolFact, 'cipherSuites' | 'enumeration' | 'preference'> {
  const list = answer?.lists.get('cipherSuites')
  if (list === undefined || list.found.length === 0) {
    return { cipherSuites: named([first.cipherSuite]), enumeration: 'partial', preference: null }
  }
  const preference = preference13(first.cipherSuite, list.found)
  const order = preference === 'SERVER' ? list.found : list.found.toSorted((a, b) => a - b)
  return { cipherSuites: named(order), enumeration: list.complete ? 'complete' : 'partial', preference }
}

/** Asked strongest first, then weakest first: a server that names the same suite both times has an order of its own. */
function preference13(first: number, found: readonly number[]): ProtocolFact['preference'] {
  if (found.length < 2) return null
  return found[0] === first ? 'SERVER' : 'CLIENT'
}

function foldGroups(hellos: readonly ServerHelloOutcome[]): GroupFact[] {
  const versionsOf = new Map<number, Set<ProtocolVersion>>()
  for (const { group, version } of hellos) {
    if (group === null) continue
    versionsOf.set(group, (versionsOf.get(group) ?? new Set()).add(version))
  }
  return [...versionsOf.entries()]
    .sort(([left], [right]) => left - right)
    .map(([id, seen]) => ({
      id,
      name: namedGroupName(id),
      versions: protocolVersions.filter((version) => seen.has(version)),
    }))
}

/** The weakest parameters that were shown. */
function foldDh(hellos: readonly ServerHelloOutcome[]): DhFact | null {
  const seen = hellos.flatMap(({ params }) => (params?.kind === 'dh' ? [params.p] : []))
  const weakest = seen.toSorted((left, right) => bitLength(left) - bitLength(right))[0]
  return weakest === undefined ? null : { bits: bitLength(weakest), knownPrime: knownPrimeName(weakest) }
}

function served(versions: readonly VersionAnswer[], found: Found, target: AddressedTarget): SeenChain[] {
  const old = found.suites.flatMap(({ hellos }) => hellos)
  const first = versions.flatMap(({ accepted }) => (accepted === null ? [] : [accepted]))
  const nameOf = (outcome: ServerHelloOutcome): string | null =>
    outcome.shape.includes('no-sni') || outcome.version === 'SSLv3' || outcome.version === 'SSLv2'
      ? null
      : target.serverName
  return [...first.map(({ outcome }) => outcome), ...old, ...(found.tls13?.hellos ?? [])]
    .filter((outcome) => isAccepted(outcome) && outcome.certificates !== null)
    .map((outcome) => ({ serverName: nameOf(outcome), outcome, askedForStaple: nameOf(outcome) !== null }))
}

function named(ids: readonly number[]): CodePoint[] {
  return ids.map((id) => ({ id, name: cipherSuiteName(id) }))
}

function codePoints(ids: ReadonlySet<number>, nameOf: (id: number) => string): CodePoint[] {
  return [...ids].sort((a, b) => a - b).map((id) => ({ id, name: nameOf(id) }))
}
