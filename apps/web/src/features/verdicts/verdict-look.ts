import type { Verdict } from '../../graphql/generated/graphql.ts'
import type { Tone } from '../../ui/pill.tsx'

export type VerdictOrNone = Verdict | 'NOT_SCANNED'

/** Worst first, as the work is ordered; what could not be told stands after what was told. */
export const verdictOrder = ['NOT_READY', 'AT_RISK', 'LEGACY_ENABLED', 'READY', 'UNKNOWN'] as const satisfies Verdict[]

export const verdictTones: Readonly<Record<VerdictOrNone, Tone>> = {
  READY: 'ready',
  LEGACY_ENABLED: 'legacy',
  AT_RISK: 'risk',
  NOT_READY: 'bad',
  UNKNOWN: 'unknown',
  NOT_SCANNED: 'unknown',
}
