import { type Facts, type ProtocolVersion, protocolVersions } from '../facts.ts'
import { groupsOf, type LadderOptions } from '../hello/shapes.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import type { AddressedTarget } from '../target.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { otherCertificates } from './certificates.ts'
import { cipherSuites, type SuitesAnswer } from './cipher-suites.ts'
import { type Ask, drive, isAccepted, type Question } from './enumerator.ts'
import { type Accepted, chacha20First, extras, isChaCha20 } from './extras.ts'
import { failedContact, firstContact, mostTelling, speaksTls, withoutTls } from './first-contact.ts'
import { type FoldOptions, type Found, foldFacts } from './fold-facts.ts'
import { hiddenGroups } from './hidden-groups.ts'
import { ecdheParameters, tls13Parameters } from './key-parameters.ts'
import { protocolVersion, type VersionAnswer } from './protocol-versions.ts'
import type { RemoveChosenAnswer } from './remove-chosen.ts'
import { isUnchanged } from './rescan.ts'
import { SchemeRides } from './scheme-rides.ts'
import { WordlessRefusals } from './wordless-refusals.ts'

export type ObserveStage = 'CONNECTING' | 'VERSIONS' | 'CIPHER_SUITES' | 'CERTIFICATES' | 'FEATURES'

/** What a connection was for; several questions may share one. */
export type Topic = 'rescan' | 'versions' | 'cipherSuites' | 'parameters' | 'certificates' | 'features'

/** Asks one question on behalf of a topic. */
export type AskFor = (topic: Topic, question: Question) => Promise<ProbeOutcome>

export interface ObserveOptions extends FoldOptions {
  readonly onStage: (stage: ObserveStage) => void
  /** Facts of an earlier scan: where they still hold they are the answer, after at most `rescanLimit` connections. */
  readonly previous?: Facts | undefined
  /** How many rescans came before this one; see `isUnchanged`. */
  readonly rescan: number
  /** Milliseconds that the quickest question has taken so far: far servers are searched in more parts at once. */
  readonly quickest: () => number
  /** Told of the versions of a full scan as soon as they are known, so that other questions need not wait for the rest. */
  readonly onVersions?: (protocols: Facts['protocols']) => void
}

/** Everything about one address, as facts. */
export async function observe(target: AddressedTarget, askFor: AskFor, options: ObserveOptions): Promise<Facts> {
  options.onStage('CONNECTING')
  const { previous, rescan, depth } = options
  const on =
    (topic: Topic): Ask =>
    (question) =>
      askFor(topic, question)
  if (previous?.depth === depth && previous.starttls?.kind === (target.starttls ?? undefined)) {
    const unchanged = isUnchanged(previous, target.serverName, { limit: rescanLimit, turn: rescan })
    if (await drive(unchanged, on('rescan'))) return previous
  }
  const shape = { usualFirst: options.depth === 'quick' }
  const first = await firstContact(target, on('versions'), shape)
  const failure = failedContact(first.outcomes)
  if (failure !== null) return withoutTls(target, failure, options.depth)
  options.onStage('VERSIONS')
  const climbs = climbAll(target, on('versions'), first.asked, shape)
  // What was accepted is enumerated at once, beside the questions about the other versions.
  const enumerating = depth === 'full' ? enumerate(climbs, target, on, options) : Promise.resolve(nothingFound)
  // Whatever goes wrong in it is met below, where it is awaited.
  enumerating.catch(() => undefined)
  const versions = await settleVersions(await Promise.all(climbs.values()), on('versions'))
  options.onStage('CIPHER_SUITES')
  const outcomes = versions.flatMap((answer) => answer.outcomes)
  const spoke = outcomes.some(speaksTls)
  if (spoke && depth === 'full') options.onVersions?.(foldFacts(target, versions, nothingFound, options).protocols)
  const found = await enumerating
  return spoke ? foldFacts(target, versions, found, options) : withoutTls(target, mostTelling(outcomes), options.depth)
}

type Climbs = ReadonlyMap<ProtocolVersion, Promise<VersionAnswer>>

function climbAll(
  target: AddressedTarget,
  ask: Ask,
  asked: ReadonlyMap<ProtocolVersion, readonly ProbeOutcome[]>,
  shape: LadderOptions,
): Climbs {
  const hasEcdsa = [...asked.values()].flat().some(isSignedByEcdsa)
  const climb = (version: ProtocolVersion): Promise<VersionAnswer> =>
    drive(protocolVersion(version, target.serverName, { asked: asked.get(version), hasEcdsa, ...shape }), ask)
  return new Map(protocolVersions.map((version) => [version, climb(version)]))
}

/** "Closed" counts as "no" only while the same server still answers a hello that it is known to answer. */
async function settleVersions(answers: readonly VersionAnswer[], ask: Ask): Promise<readonly VersionAnswer[]> {
  if (!answers.some(({ needsControl }) => needsControl)) return answers
  const known = answers.find(({ accepted }) => accepted !== null)?.accepted
  const control = known ? await ask({ offer: known.offer, depth: 'hello' }) : null
  if (control !== null && speaksTls(control)) return answers
  return answers.map((answer) =>
    answer.needsControl ? { ...answer, offered: null, reason: 'closed' as const } : answer,
  )
}

function isSignedByEcdsa(outcome: ProbeOutcome): boolean {
  if (outcome.kind !== 'server-hello') return true
  return cipherSuite(outcome.cipherSuite)?.authentication === 'ECDSA' || (outcome.signatureScheme ?? 0) % 256 === 3
}

const nothingFound: Found = { suites: [], tls13: null, ecdhe: [], chains: [], extras: null }

async function enumerate(
  climbs: Climbs,
  target: AddressedTarget,
  on: (topic: Topic) => Ask,
  { onStage, quickest }: ObserveOptions,
): Promise<Found> {
  const { serverName } = target
  const refusals = new WordlessRefusals()
  const watched = (topic: Topic): Ask => refusals.watch(on(topic))
  const isFar = quickest() > farMilliseconds
  const rides = new SchemeRides()
  const old: Accepted[] = []
  const starts = new Map([...climbs].map(([version, climb]) => [version, acceptedOf(climb)]))
  const all = Promise.all(starts.values()).then((each) => each.filter((start) => start !== null).reverse())
  const searches = oldVersions.map(async (version) => {
    const start = await starts.get(version)
    if (!start) return null
    old.push(start)
    // A server that still takes old versions has a lot of suites. Where every answer takes long it pays to search them in
    // parts side by side.
    const parts = (): number => (isFar && version === 'TLSv1.2' && old.length > 1 ? farParts : 1)
    const begun = { version, offer: start.offer, outcome: start.outcome, patience: 1, parts }
    return drive(cipherSuites(version === 'TLSv1.2' ? { ...begun, rides } : begun), watched('cipherSuites'))
  })
  const modern = starts.get('TLSv1.3')?.then(async (start) => {
    if (start === null) return null
    const before = isFar || !(await starts.get('TLSv1.2')) ? (await all).filter(({ version }) => isOld(version)) : old
    // Of a server with many suites the groups are known long before those.
    const options = { askProtocols: before.length === 0, sideBySide: isFar && before.length < 2 }
    return { start, answer: await drive(tls13Parameters(start.offer, start.outcome, options), watched('parameters')) }
  })
  const [answers, newest, ecdhe, more] = await Promise.all([
    Promise.all(searches),
    modern,
    startOfEcdhe(starts, all).then((start) => askEcdhe(start, serverName, rides, on('parameters'))),
    all.then((accepted) => drive(extras(accepted, serverName), on('features'))),
  ])
  const isDoubtful = refusals.any && !(await stillAnswers(await all, on('cipherSuites')))
  const seen = answers.filter((answer) => answer !== null)
  const suites = isDoubtful ? seen.map((answer) => ({ ...answer, complete: false, reason: 'closed' as const })) : seen
  const tls13 = newest === null || newest === undefined ? null : isDoubtful ? unproven(newest.answer) : newest.answer
  onStage('CERTIFICATES')
  const chains =
    newest && mayHideCertificate(suites, tls13)
      ? await drive(otherCertificates(newest.start.offer, newest.start.outcome), on('certificates'))
      : []
  onStage('FEATURES')
  return { suites, tls13, ecdhe, chains, extras: { ...more, chacha20First: await askChaCha20(suites, serverName, on) } }
}

/** What was hung up on counts as refused only while the server still answers a hello that it is known to answer. */
async function stillAnswers([known]: readonly Accepted[], ask: Ask): Promise<boolean> {
  return known !== undefined && isAccepted(await ask({ offer: known.offer, depth: 'hello' }))
}

function unproven(answer: RemoveChosenAnswer): RemoveChosenAnswer {
  return { ...answer, lists: new Map([...answer.lists].map(([name, list]) => [name, { ...list, complete: false }])) }
}

async function acceptedOf(climb: Promise<VersionAnswer>): Promise<Accepted | null> {
  const { version, accepted } = await climb
  return accepted === null ? null : { version, ...accepted }
}

/** The highest version before TLS 1.3 that may show a curve: TLS 1.2 at once, a lower one when it is known to be that. */
async function startOfEcdhe(
  starts: ReadonlyMap<ProtocolVersion, Promise<Accepted | null>>,
  all: Promise<readonly Accepted[]>,
): Promise<Accepted | undefined> {
  const tls12 = await starts.get('TLSv1.2')
  return tls12 ?? (await all).find(({ version }) => version !== 'TLSv1.3')
}

/** TLS 1.2 shows a kind of certificate that TLS 1.3 did not, or the schemes of TLS 1.3 could not be tried to the end. */
function mayHideCertificate(suites: readonly SuitesAnswer[], tls13: RemoveChosenAnswer | null): boolean {
  const schemes = tls13?.lists.get('signatureSchemes')
  if (!schemes?.complete) return true
  const signs = (authentication: string): boolean =>
    suites.some((answer) => answer.suites.some((id) => cipherSuite(id)?.authentication === authentication))
  const isEcdsa = (id: number): boolean => id % 256 === 3 && id < 0x0800
  return (signs('ECDSA') && !schemes.found.some(isEcdsa)) || (signs('RSA') && schemes.found.every(isEcdsa))
}

async function askEcdhe(
  start: Accepted | undefined,
  serverName: string | null,
  rides: SchemeRides,
  ask: Ask,
): Promise<RemoveChosenAnswer[]> {
  const version = start?.version
  if (start === undefined || (version !== 'TLSv1.2' && version !== 'TLSv1.1' && version !== 'TLSv1.0')) return []
  const rsa = await drive(ecdheParameters(version, serverName, start.outcome, 'RSA', rides), ask)
  if (rsa.hellos.length > 0) return [rsa]
  const ecdsa = await drive(ecdheParameters(version, serverName, start.outcome, 'ECDSA'), ask)
  if (ecdsa.hellos.length === 0) return [ecdsa]
  const ownSuites = start.offer.cipherSuites.filter((id) => cipherSuite(id)?.authentication === 'ECDSA')
  const offer = { ...start.offer, cipherSuites: ownSuites }
  const hidden = await drive(hiddenGroups(offer, groupsOf(version), [start.outcome, ...ecdsa.hellos]), ask)
  return [{ ...ecdsa, hellos: [...ecdsa.hellos, ...hidden] }]
}

/** What a server that likes AES better than ChaCha20 makes of a client that does not, where it has both. */
async function askChaCha20(
  suites: readonly SuitesAnswer[],
  serverName: string | null,
  on: (topic: Topic) => Ask,
): Promise<ProbeOutcome | null> {
  const tls12 = suites.find(({ version }) => version === 'TLSv1.2')
  if (tls12?.preference !== 'SERVER' || !tls12.suites.some(isChaCha20)) return null
  if (isChaCha20(tls12.suites[0] ?? 0)) return null
  return tls12.chaCha20First ?? drive(chacha20First('TLSv1.2', tls12.suites, serverName), on('features'))
}

const oldVersions: readonly Exclude<ProtocolVersion, 'SSLv2' | 'TLSv1.3'>[] = ['SSLv3', 'TLSv1.0', 'TLSv1.1', 'TLSv1.2']
const isOld = (version: ProtocolVersion): boolean => oldVersions.some((old) => old === version)
const farParts = 8
const rescanLimit = 12
/** Connect and answer: less is a server in the same building. */
const farMilliseconds = 40
