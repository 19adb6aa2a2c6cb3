/** The only arithmetic: 100 less what each failed rule costs, held within the band of the verdict. */
import type { Finding, Verdict } from '../rules/finding.ts'
import type { Policy } from './policy.ts'

export interface Score {
  readonly score: number
  /** What held the score below 100 less the costs (or lifted it), null where nothing did. */
  readonly heldBy: { readonly by: string; readonly at: number } | null
}

/** Bands order the work: whatever still connects stands above whatever will not. */
export const scoreBands: Readonly<Record<Exclude<Verdict, 'UNKNOWN'>, { readonly min: number; readonly max: number }>> =
  {
    READY: { min: 36, max: 100 },
    LEGACY_ENABLED: { min: 36, max: 90 },
    AT_RISK: { min: 36, max: 70 },
    NOT_READY: { min: 0, max: 35 },
  }

/** Score of an endpoint; null where the verdict is UNKNOWN. */
export function scoreOf(findings: readonly Finding[], verdict: Verdict, policy: Policy): Score | null {
  if (verdict === 'UNKNOWN') return null
  let plain = 100
  let held: { by: string; at: number } | null = null
  for (const finding of findings) {
    if (finding.outcome !== 'fail') continue
    plain -= finding.cost
    const cap = policy.rules[finding.ruleId]?.cap ?? null
    if (cap !== null && (held === null || cap < held.at)) held = { by: finding.ruleId, at: cap }
  }
  const band = scoreBands[verdict]
  if (held === null || band.max < held.at) held = { by: verdict, at: band.max }
  if (plain > held.at) return { score: Math.max(held.at, band.min), heldBy: held }
  return plain < band.min ? { score: band.min, heldBy: { by: verdict, at: band.min } } : { score: plain, heldBy: null }
}
