import { type Facts, type ProtocolVersion, protocolVersions } from '../facts.ts'
import type { LadderOptions } from '../hello/shapes.ts'
import type { ProbeOutcome } from '../probe/outcome.ts'
import type { AddressedTarget } from '../target.ts'
import { cipherSuite } from '../wire/registry/cipher-suite.ts'
import { otherCertificates } from './certificates.ts'
import { cipherSuites, type SuitesAnswer } from './cipher-suites.ts'
import { type Ask, drive } from './enumerator.ts'
import { type Accepted, chacha20First, extras, isChaCha20 } from './extras.ts'
import { failedContact, firstContact, mostTelling, speaksTls, withoutTls } from './first-contact.ts'
import { type FoldOptions, type Found, foldFacts } from './fold-facts.ts'
import { ecdheParameters, tls13Parameters } from './key-parameters.ts'
import { protocolVersion, type VersionAnswer } from './protocol-versions.ts'
import type { RemoveChosenAnswer } from './remove-chosen.ts'
import { isUnchanged } from './rescan.ts'

export type ObserveStage = 'CONNECTING' | 'VERSIONS' | 'CIPHER_SUITES' | 'CERTIFICATES' | 'FEATURES'

export interface ObserveOptions extends FoldOptions {
  readonly onStage: (stage: ObserveStage) => void
  /** Facts of an earlier scan: where they still hold they are the answer, after at most `rescanLimit` connections. */
  readonly previous?: Facts | undefined
  /** A random integer from 0 to below its argument. */
  readonly pick: (below: number) => number
  /** Milliseconds that the quickest question has taken so far: far servers are searched in more parts at once. */
  readonly quickest: () => number
}

/** Everything about one address, as facts. */
export async function observe(target: AddressedTarget, ask: Ask, options: ObserveOptions): Promise<Facts> {
  options.onStage('CONNECTING')
  const { previous, pick, depth } = options
  if (previous?.depth === depth && previous.starttls?.kind === (target.starttls ?? undefined)) {
    if (await drive(isUnchanged(previous, target.serverName, { limit: rescanLimit, pick }), ask)) return previous
  }
  const shape = { usualFirst: options.depth === 'quick' }
  const first = await firstContact(target, ask, shape)
  const failure = failedContact(first.outcomes)
  if (failure !== null) return withoutTls(target, failure, options.depth)
  options.onStage('VERSIONS')
  const versions = await askVersions(target, ask, first.asked, shape)
  const outcomes = versions.flatMap((answer) => answer.outcomes)
  if (!outcomes.some(speaksTls)) return withoutTls(target, mostTelling(outcomes), options.depth)
  if (options.depth === 'quick') return foldFacts(target, versions, nothingFound, options)
  return foldFacts(target, versions, await enumerate(versions, target, ask, options), options)
}

async function askVersions(
  target: AddressedTarget,
  ask: Ask,
  asked: ReadonlyMap<ProtocolVersion, readonly ProbeOutcome[]>,
  shape: LadderOptions,
): Promise<readonly VersionAnswer[]> {
  const hasEcdsa = [...asked.values()].flat().some(isSignedByEcdsa)
  const climb = (version: ProtocolVersion): Promise<VersionAnswer> =>
    drive(protocolVersion(version, target.serverName, { asked: asked.get(version), hasEcdsa, ...shape }), ask)
  const answers = await Promise.all(protocolVersions.map(climb))
  if (!answers.some(({ needsControl }) => needsControl)) return answers
  // "Closed" counts as "no" only while the same server still answers a hello that it is known to answer.
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
  versions: readonly VersionAnswer[],
  target: AddressedTarget,
  ask: Ask,
  { onStage, quickest }: ObserveOptions,
): Promise<Found> {
  const isFar = quickest() > farMilliseconds
  const accepted = versions
    .flatMap(({ version, accepted: start }): Accepted[] => (start === null ? [] : [{ version, ...start }]))
    .reverse()
  const modern = accepted.find(({ version }) => version === 'TLSv1.3')
  const old = accepted.filter(({ version }) => version !== 'TLSv1.3' && version !== 'SSLv2')
  onStage('CIPHER_SUITES')
  const [suites, tls13, ecdhe, more] = await Promise.all([
    Promise.all(old.map((start) => drive(cipherSuites(suitesStart(start, old, isFar)), ask))),
    modern ? drive(tls13Parameters(modern.offer, modern.outcome, { askProtocols: old.length === 0 }), ask) : null,
    askEcdhe(old[0], target.serverName, ask),
    drive(extras(accepted, target.serverName), ask),
  ])
  onStage('CERTIFICATES')
  const chains =
    modern && mayHideCertificate(suites, tls13) ? await drive(otherCertificates(modern.offer, modern.outcome), ask) : []
  onStage('FEATURES')
  const aesFirst = preferringAes(suites)
  const asked = aesFirst && (await drive(chacha20First('TLSv1.2', aesFirst, target.serverName), ask))
  return { suites, tls13, ecdhe, chains, extras: { ...more, chacha20First: asked } }
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

/**
 * A server that still takes old versions has a lot of suites. Where every answer takes long it pays to search them in parts
 * side by side; parts cost a few connections more, so near servers are asked one thing after the other.
 */
function suitesStart(start: Accepted, old: readonly Accepted[], isFar: boolean): Parameters<typeof cipherSuites>[0] {
  const version = start.version as Exclude<ProtocolVersion, 'SSLv2' | 'TLSv1.3'>
  const inParts = isFar && version === 'TLSv1.2' && old.length > 1
  return { version, offer: start.offer, outcome: start.outcome, patience: 1, parts: inParts ? 5 : 1 }
}

async function askEcdhe(
  start: Accepted | undefined,
  serverName: string | null,
  ask: Ask,
): Promise<RemoveChosenAnswer[]> {
  const version = start?.version
  if (start === undefined || (version !== 'TLSv1.2' && version !== 'TLSv1.1' && version !== 'TLSv1.0')) return []
  const rsa = await drive(ecdheParameters(version, serverName, start.outcome, 'RSA'), ask)
  if (rsa.hellos.length > 0) return [rsa]
  return [await drive(ecdheParameters(version, serverName, start.outcome, 'ECDSA'), ask)]
}

/** The suites of a server that likes AES better than ChaCha20, where it has both. */
function preferringAes(suites: readonly SuitesAnswer[]): readonly number[] | null {
  const tls12 = suites.find(({ version }) => version === 'TLSv1.2')
  if (tls12?.preference !== 'SERVER' || !tls12.suites.some(isChaCha20)) return null
  return isChaCha20(tls12.suites[0] ?? 0) ? null : tls12.suites
}

const rescanLimit = 12
/** Connect and answer: less is a server in the same building. */
const farMilliseconds = 40
