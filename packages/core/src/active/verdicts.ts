/** Facts from what a check saw. */
import type { Answer, Evidence, FeatureId, UnknownReason, VulnerabilityFact, VulnerabilityId } from '../facts.ts'
import type { CheckResult } from './check.ts'
import type { Ending } from './ending.ts'

export function vulnerable(id: VulnerabilityId, ...evidence: readonly Evidence[]): VulnerabilityFact {
  return { id, state: 'vulnerable', reason: null, evidence }
}

export function notVulnerable(id: VulnerabilityId, ...evidence: readonly Evidence[]): VulnerabilityFact {
  return { id, state: 'not-vulnerable', reason: null, evidence }
}

export function unclear(
  id: VulnerabilityId,
  reason: UnknownReason,
  ...evidence: readonly Evidence[]
): VulnerabilityFact {
  return { id, state: 'unknown', reason, evidence }
}

/** Where a session could not even be had: a server that says no to what the attack needs is not open to it. */
export function withoutSession(id: VulnerabilityId, ending: Ending): VulnerabilityFact {
  return ending.refusal ? notVulnerable(id, ending.evidence) : unclear(id, ending.reason, ending.evidence)
}

export function answer(value: boolean, ...evidence: readonly Evidence[]): Answer {
  return { value, reason: null, evidence }
}

export function unanswered(reason: UnknownReason, ...evidence: readonly Evidence[]): Answer {
  return { value: null, reason, evidence }
}

/** A feature of sessions that the server does not have, where it has no such sessions. */
export function featureWithoutSession(ending: Ending): Answer {
  return ending.refusal ? answer(false, ending.evidence) : unanswered(ending.reason, ending.evidence)
}

export function found(...vulnerabilities: readonly VulnerabilityFact[]): CheckResult {
  return { vulnerabilities, features: {} }
}

export function learned(id: FeatureId, value: Answer): CheckResult {
  return { vulnerabilities: [], features: { [id]: value } }
}
