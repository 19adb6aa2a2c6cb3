'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { Verdict } from '../../graphql/generated/graphql.ts'
import { ShareBar } from '../../ui/share-bar.tsx'
import { type VerdictOrNone, verdictOrder, verdictTones } from '../verdicts/index.ts'

interface VerdictSharesProps {
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[]
  readonly unscanned: number
  readonly className?: string
}

/** Where the endpoints stand, worst first, as one bar whose numbers are told in words. */
export function VerdictShares({ verdicts, unscanned, className }: VerdictSharesProps) {
  const t = useTranslations('verdicts')
  const format = useFormatter()
  const countOf = (verdict: Verdict) => verdicts.find((each) => each.verdict === verdict)?.count ?? 0
  const kinds: readonly { verdict: VerdictOrNone; count: number }[] = [
    ...verdictOrder.map((verdict) => ({ verdict, count: countOf(verdict) })),
    { verdict: 'NOT_SCANNED', count: unscanned },
  ]
  const told = kinds.filter(({ count }) => count > 0)
  return (
    <ShareBar
      className={className ?? ''}
      label={format.list(told.map(({ verdict, count }) => `${t(`names.${verdict}`)}: ${format.number(count)}`)) || '–'}
      segments={kinds.map(({ verdict, count }) => ({
        id: verdict,
        count,
        tone: verdictTones[verdict],
        faint: verdict === 'NOT_SCANNED',
      }))}
    />
  )
}
