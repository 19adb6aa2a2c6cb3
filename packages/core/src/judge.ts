/** Facts, a policy and an instant in; findings, verdict and score out. Pure and synchronous. */
import { ownClients } from './clients/own-clients.ts'
import { peerById } from './clients/peers.ts'
import type { Profile } from './clients/profile.ts'
import { simulate } from './clients/simulate.ts'
import type { Cloud, Deadline } from './deadlines/deadline.ts'
import { deadlines as shipped } from './deadlines/deadlines.ts'
import { channelsOf } from './deadlines/deadlines-for.ts'
import type { Facts, ProtocolVersion, UnknownReason } from './facts.ts'
import { letterOf } from './policy/letter.ts'
import type { Policy } from './policy/policy.ts'
import { scoreOf } from './policy/score.ts'
import { type Answer, boundByAbsence, boundMatters } from './policy/tls-1-2-bound.ts'
import { situationOf, verdictOf } from './policy/verdict.ts'
import type { Judgement } from './report/report.ts'
import { catalogue } from './rules/catalogue.ts'
import { cipherSuiteTraits, isSignalling } from './rules/cipher-suite-traits.ts'
import type { EndpointRole, Finding } from './rules/finding.ts'
import { type AcceptedSuite, ask, type RuleContext } from './rules/rule.ts'
import type { StarttlsKind } from './target.ts'
import { withoutVersions } from './without-versions.ts'

export interface JudgeOptions {
  readonly role: EndpointRole
  readonly policy: Policy
  /** The instant that dates are judged against. */
  readonly now: Date
  /** Name sent as SNI and looked for in the certificate; null where none was. */
  readonly serverName?: string | null
  readonly host?: string | null
  readonly port?: number
  /** Defaults to what the facts say. */
  readonly starttls?: StarttlsKind | null
  /** Which of Microsoft's clouds the tenant is in; worldwide by default. */
  readonly cloud?: Cloud
  /** Deadlines to judge by instead of the shipped ones, for instance with an operator's changes. */
  readonly deadlines?: readonly Deadline[]
}

/** Judges one peer's facts under one policy. */
export function judge(facts: Facts, options: JudgeOptions): Judgement {
  const { role, policy, now } = options
  const { findings, answer: plain } = answerTo(facts, options)
  const answer =
    mayHaveTls12And13(facts) && boundMatters(plain, policy)
      ? boundByAbsence(plain, answerTo(withoutVersions(facts, ['TLSv1.2']), options).answer, findings, policy)
      : plain
  return {
    policyId: policy.id,
    role,
    judgedAt: now.toISOString(),
    verdict: answer.verdict,
    because: answer.because,
    score: answer.score?.score ?? null,
    scoreHeldBy: answer.score?.heldBy ?? null,
    conforms: conforms(findings, policy),
    letter: letterOf(facts, now),
    findings,
  }
}

/** What the rules say, and what follows from it before TLS 1.2 is thought away. */
function answerTo(facts: Facts, options: JudgeOptions): { readonly findings: Finding[]; readonly answer: Answer } {
  const { role, policy } = options
  const context = contextOf(facts, options)
  const findings: Finding[] = []
  for (const { rule } of catalogue) {
    const weight = policy.rules[rule.id]
    if (!weight || weight.off !== null) continue
    const answer = ask(rule, context)
    const evidence =
      answer.outcome === 'unknown'
        ? { reason: answer.reason }
        : answer.outcome === 'not-applicable'
          ? {}
          : answer.evidence
    findings.push({
      ruleId: rule.id,
      outcome: answer.outcome,
      severity: weight.severity,
      cost: answer.outcome === 'fail' ? weight.cost : 0,
      evidence,
    })
  }
  const decided =
    role === 'client'
      ? { verdict: 'UNKNOWN' as const, because: [] }
      : verdictOf(findings, situationOf(role, context.starttls))
  return { findings, answer: { ...decided, score: scoreOf(findings, decided.verdict, policy) } }
}

/** Where nothing newer than TLS 1.2 is there, its absence is the worst there is and bounds nothing. */
function mayHaveTls12And13({ status, protocols }: Facts): boolean {
  const mayHave = (wanted: ProtocolVersion) =>
    protocols.some(({ version, offered }) => version === wanted && offered !== false)
  return status === 'OBSERVED' && mayHave('TLSv1.2') && mayHave('TLSv1.3')
}

/** Whether everything that the policy demands holds; null where that cannot be told. */
function conforms(findings: readonly Finding[], policy: Policy): boolean | null {
  const required = findings.filter((finding) => policy.rules[finding.ruleId]?.required)
  if (required.some((finding) => finding.outcome === 'fail')) return false
  return required.some((finding) => finding.outcome === 'unknown') ? null : true
}

/** Who connects to the endpoint: Microsoft's service by channel, or the organisation's own clients. */
export function peerOf(role: EndpointRole, starttls: StarttlsKind | null): Profile {
  if (role !== 'inbound') return ownClients
  return peerById(starttls === 'smtp' ? 'exchange-online-smtp' : 'microsoft-365')
}

function contextOf(facts: Facts, options: JudgeOptions): RuleContext {
  const starttls = options.starttls === undefined ? (facts.starttls?.kind ?? null) : options.starttls
  const peer = peerOf(options.role, starttls)
  return {
    facts,
    role: options.role,
    now: options.now.getTime(),
    host: options.host ?? null,
    serverName: options.serverName ?? null,
    starttls,
    parameters: options.policy.parameters,
    peer,
    handshake: simulate(peer, facts),
    accepted: acceptedSuites(facts),
    suitesUnknown: suitesUnknown(facts),
    nextDeadline: nextDeadline(options, starttls),
  }
}

function nextDeadline(
  { role, port, cloud = 'worldwide', deadlines = shipped, now }: JudgeOptions,
  starttls: StarttlsKind | null,
): string | null {
  const wanted = channelsOf(role, starttls, port ?? null)
  const today = now.toISOString().slice(0, 10)
  let next: string | null = null
  for (const { supersededBy, date, channel, clouds } of deadlines)
    if (
      date >= today &&
      (next === null || date < next) &&
      supersededBy === null &&
      wanted.includes(channel) &&
      clouds.includes(cloud)
    )
      next = date
  return next
}

function acceptedSuites(facts: Facts): readonly AcceptedSuite[] {
  const byId = new Map<
    number,
    { suite: AcceptedSuite['suite']; traits: AcceptedSuite['traits']; versions: AcceptedSuite['versions'][number][] }
  >()
  for (const protocol of facts.protocols)
    for (const suite of protocol.cipherSuites) {
      if (isSignalling(suite.id)) continue
      const known = byId.get(suite.id)
      if (known) known.versions.push(protocol.version)
      else byId.set(suite.id, { suite, traits: cipherSuiteTraits(suite), versions: [protocol.version] })
    }
  return [...byId.values()]
}

function suitesUnknown(facts: Facts): UnknownReason | null {
  for (const protocol of facts.protocols) {
    if (protocol.offered === null) return protocol.reason ?? 'not-asked'
    if (protocol.offered && protocol.enumeration !== 'complete') return protocol.reason ?? 'not-asked'
  }
  return null
}
