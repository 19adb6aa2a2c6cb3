import { nameFromDer } from '../certificate/index.ts'
import {
  type CodePoint,
  type DhFact,
  type Facts,
  type GroupFact,
  type ProtocolFact,
  type ProtocolVersion,
  protocolVersions,
} from '../facts.ts'
import { bitLength, knownPrimeName } from '../probe/known-prime.ts'
import type { ServerHelloOutcome } from '../probe/outcome.ts'
import type { AddressedTarget } from '../target.ts'
import { alertName } from '../wire/registry/alert.ts'
import { applicationProtocols } from '../wire/registry/application-protocol.ts'
import { cipherSuiteName } from '../wire/registry/cipher-suite.ts'
import { namedGroupName } from '../wire/registry/named-group.ts'
import { signatureSchemeName } from '../wire/registry/signature-scheme.ts'
import { ssl2CipherName } from '../wire/registry/ssl2-cipher.ts'
import { foldChains, type SeenChain } from './certificates.ts'
import type { SuitesAnswer } from './cipher-suites.ts'
import { unknownProtocol, unobservedFacts } from './empty-facts.ts'
import { isAccepted } from './enumerator.ts'
import type { Extras } from './extras.ts'
import { foldFeatures } from './features.ts'
import { oddAlerts } from './odd-alerts.ts'
import { passiveVulnerabilities } from './passive-vulnerabilities.ts'
import type { VersionAnswer } from './protocol-versions.ts'
import type { RemoveChosenAnswer } from './remove-chosen.ts'

/** What the enumerators found out. */
export interface Found {
  readonly suites: readonly SuitesAnswer[]
  readonly tls13: RemoveChosenAnswer | null
  readonly ecdhe: readonly RemoveChosenAnswer[]
  readonly chains: readonly SeenChain[]
  readonly extras: Extras | null
}

export interface FoldOptions {
  readonly depth: Facts['depth']
  readonly trustAnchors: readonly string[]
  readonly now: Date
}

/** Answers of all enumerators as one set of facts. */
export function foldFacts(
  target: AddressedTarget,
  versions: readonly VersionAnswer[],
  found: Found,
  options: FoldOptions,
): Facts {
  const hellos = allHellos(versions, found)
  const banner = hellos.find((hello) => hello.banner !== null)?.banner ?? null
  const protocols = versions.map((answer) => protocolFact(answer, found))
  const offered = protocols.filter((fact) => fact.offered === true).map(({ version }) => version)
  const features = foldFeatures({ hellos, extras: found.extras, offered })
  const dh = foldDh(hellos)
  return {
    ...unobservedFacts('OBSERVED', null, { depth: options.depth, starttls: target.starttls }),
    protocols,
    groups: foldGroups(hellos),
    signatureSchemes: codePoints(new Set(hellos.flatMap((hello) => hello.signatureScheme ?? [])), signatureSchemeName),
    dh,
    alpn: applicationProtocols.filter((name) => hellos.some(({ alpn }) => alpn === name)),
    certificates: foldChains([...served(hellos, target), ...nameless(found.extras)], {
      trustAnchors: options.trustAnchors,
      now: options.now,
    }),
    clientCertificateCas: clientCertificateCas(hellos),
    features,
    vulnerabilities: passiveVulnerabilities(protocols, dh, features.compression),
    deviations: deviations(versions, hellos, found),
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
    ...found.ecdhe.flatMap(({ hellos }) => hellos),
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

function served(hellos: readonly ServerHelloOutcome[], target: AddressedTarget): SeenChain[] {
  return hellos
    .filter((outcome) => isAccepted(outcome) && outcome.certificates !== null)
    .map((outcome) => {
      const isNameless = outcome.shape.includes('no-sni') || outcome.version === 'SSLv3' || outcome.version === 'SSLv2'
      const serverName = isNameless && target.serverName !== null ? null : (target.serverName ?? target.host)
      return { serverName, outcome, askedForStaple: !isNameless && !outcome.shape.includes('-ecdhe-') }
    })
}

/** What is served to a client that names no server. */
function nameless(extras: Extras | null): SeenChain[] {
  const outcome = extras?.withoutName
  if (!outcome || !isAccepted(outcome)) return []
  return [{ serverName: null, outcome, askedForStaple: true }]
}

function clientCertificateCas(hellos: readonly ServerHelloOutcome[]): string[] {
  const asked = hellos.find(({ certificateRequest }) => (certificateRequest?.authorities.length ?? 0) > 0)
  return (asked?.certificateRequest?.authorities ?? []).slice(0, maxAuthorities).map(nameFromDer)
}

function deviations(
  versions: readonly VersionAnswer[],
  hellos: readonly ServerHelloOutcome[],
  found: Found,
): Facts['deviations'] {
  const list: { id: string; detail: string }[] = []
  for (const { version, accepted } of versions) {
    const rung = [...rungDeviations.keys()].find((suffix) => accepted?.offer.shape.endsWith(suffix))
    if (rung !== undefined)
      list.push({ id: rungDeviations.get(rung) as string, detail: `${version} only to ${accepted?.offer.shape}` })
  }
  if (found.suites.some(({ refusesLongLists }) => refusesLongLists)) {
    list.push({ id: 'long-suite-list-intolerance', detail: 'more than 120 cipher suites' })
  }
  if (found.extras?.wrongName?.kind === 'alert') {
    list.push({ id: 'unknown-server-name-refused', detail: alertName(found.extras.wrongName.description) })
  }
  list.push(...oddAlerts(versions))
  const interrupted = new Set(hellos.flatMap(({ interrupted: how }) => how ?? []))
  for (const how of [...interrupted].sort()) list.push({ id: 'broken-flight', detail: how })
  return list
}

function named(ids: readonly number[]): CodePoint[] {
  return ids.map((id) => ({ id, name: cipherSuiteName(id) }))
}

function codePoints(ids: ReadonlySet<number>, nameOf: (id: number) => string): CodePoint[] {
  return [...ids].sort((a, b) => a - b).map((id) => ({ id, name: nameOf(id) }))
}

const maxAuthorities = 1_000

/** What it means where only a rung of the ladder above the first was answered. */
const rungDeviations = new Map([
  ['-small', 'large-hello-intolerance'],
  ['-no-ecdsa', 'ecdsa-offer-intolerance'],
  ['-no-scsv', 'extension-intolerance'],
  ['-with-tls12', 'tls13-only-hello-intolerance'],
  ['-no-sni', 'server-name-intolerance'],
])
