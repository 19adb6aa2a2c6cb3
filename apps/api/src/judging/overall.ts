import type { Verdict } from '@sundown/core/finding'

const worstFirst: readonly Verdict[] = ['NOT_READY', 'AT_RISK', 'LEGACY_ENABLED', 'READY']

/**
 * One verdict over several addresses: the worst that is known. An address that could not be observed decides only where
 * none could, because a scanner without IPv6 must not hide what IPv4 says.
 */
export const overallVerdict = (verdicts: readonly Verdict[]): Verdict =>
  worstFirst.find((verdict) => verdicts.includes(verdict)) ?? 'UNKNOWN'

/** Lowest score over the addresses that have one; null where none has. */
export function overallScore(scores: readonly (number | null)[]): number | null {
  const known = scores.filter((score) => score !== null)
  return known.length === 0 ? null : Math.min(...known)
}
