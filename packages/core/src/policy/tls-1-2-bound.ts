/**
 * What TLS 1.2 may do to an answer. Under a policy that permits it, its faults together cost at most what its absence
 * costs; under one that forbids it, it earns nothing that the endpoint does not have without it.
 */
import type { Finding, Verdict } from '../rules/finding.ts'
import type { Policy } from './policy.ts'
import { type Score, scoreBands, scoreOf } from './score.ts'

export interface Answer {
  readonly verdict: Verdict
  readonly because: readonly string[]
  readonly score: Score | null
}

export const permitsTls12 = ({ parameters }: Pick<Policy, 'parameters'>): boolean =>
  parameters.versions.includes('TLSv1.2')

/** Whether the answer without TLS 1.2 could change this one, so that it is worth computing. */
export function boundMatters({ verdict, score }: Answer, policy: Policy): boolean {
  if (score === null) return false
  const absence = policy.rules['offers-tls-1-2']
  if (verdict === 'NOT_READY' || !permitsTls12(policy) || !absence || absence.off !== null) return true
  return score.score < Math.min(100 - absence.cost, absence.cap ?? 100)
}

/** The answer held to the bound, given the one to the same facts without TLS 1.2. */
export function boundByAbsence(answer: Answer, without: Answer, findings: readonly Finding[], policy: Policy): Answer {
  if (answer.verdict === 'NOT_READY' && without.verdict === 'UNKNOWN') return without
  if (answer.verdict === 'UNKNOWN' || without.verdict === 'UNKNOWN' || without.score === null) return answer
  const connects = without.verdict !== 'NOT_READY'
  // Something newer connects although TLS 1.2 as it stands does not: that is shaky, not broken.
  const verdict = connects && answer.verdict === 'NOT_READY' ? 'AT_RISK' : answer.verdict
  const score = verdict === answer.verdict ? answer.score : scoreOf(findings, verdict, policy)
  if (score === null) return answer
  const held = { ...answer, verdict, score }
  if (connects && !permitsTls12(policy)) {
    const at = without.score.score
    return at < score.score ? { ...held, score: { score: at, heldBy: { by: 'versions-within-policy', at } } } : held
  }
  const at = Math.min(without.score.score, scoreBands[verdict].max)
  return at > score.score ? { ...held, score: { score: at, heldBy: { by: 'offers-tls-1-2', at } } } : held
}
