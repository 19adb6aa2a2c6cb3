/** Exit codes of the command line: 0 ready, 1 not ready, 2 wrong use, 3 could not tell. */
import type { Verdict } from '../rules/finding.ts'

/** The code for several endpoints together: one that is not ready decides, then one that could not be told. */
export function exitCodeOf(verdicts: readonly Verdict[]): 0 | 1 | 3 {
  if (verdicts.includes('NOT_READY')) return 1
  return verdicts.includes('UNKNOWN') || verdicts.length === 0 ? 3 : 0
}
