import type { FindingFactsFragment } from '../../graphql/generated/graphql.ts'

export interface ScoreAccount {
  /** What each failed rule took, most first. */
  readonly losses: readonly Pick<FindingFactsFragment, 'ruleId' | 'title' | 'cost'>[]
  /** 100 less the losses, before the verdict's band and caps. */
  readonly plain: number
  /** `held` down by a cap, `lifted` to the least of its verdict, or neither. */
  readonly adjustment: 'held' | 'lifted' | null
}

/** Where every point of a score went. */
export function scoreAccount(findings: readonly FindingFactsFragment[], score: number): ScoreAccount {
  const losses = findings
    .filter(({ outcome, cost }) => outcome === 'FAIL' && cost > 0)
    .toSorted((a, b) => b.cost - a.cost)
  const plain = losses.reduce((left, { cost }) => left - cost, 100)
  return { losses, plain, adjustment: score < plain ? 'held' : score > plain ? 'lifted' : null }
}
