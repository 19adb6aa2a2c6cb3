import type { FindingFactsFragment } from '../../graphql/generated/graphql.ts'

export interface ScoreAccount {
  /** What each failed rule took, most first. */
  readonly losses: readonly Pick<FindingFactsFragment, 'ruleId' | 'title' | 'cost'>[]
  /** 100 less the losses, before the verdict's band and caps. */
  readonly plain: number
  /** `held` down by a cap, `lifted` to the least of its verdict, `bounded` by what missing TLS 1.2 costs, or none. */
  readonly adjustment: 'held' | 'lifted' | 'bounded' | null
}

/** The least scores of the verdicts, see docs/scoring.md. */
const least: readonly number[] = [0, 36]

/** Where every point of a score went. */
export function scoreAccount(findings: readonly FindingFactsFragment[], score: number): ScoreAccount {
  const losses = findings
    .filter(({ outcome, cost }) => outcome === 'FAIL' && cost > 0)
    .toSorted((a, b) => b.cost - a.cost)
  const plain = losses.reduce((left, { cost }) => left - cost, 100)
  return { losses, plain, adjustment: adjustmentOf(score, plain) }
}

function adjustmentOf(score: number, plain: number): ScoreAccount['adjustment'] {
  if (score < plain) return 'held'
  if (score === plain) return null
  return least.includes(score) ? 'lifted' : 'bounded'
}
