'use client'

import { Calculator, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { FindingFactsFragment } from '../../graphql/generated/graphql.ts'
import { scoreAccount } from './score-account.ts'

interface ScoreDetailsProps {
  readonly findings: readonly FindingFactsFragment[]
  readonly score: number
}

/** The score as a sum that the reader can follow. */
export function ScoreDetails({ findings, score }: ScoreDetailsProps) {
  const t = useTranslations('report')
  const { losses, plain, adjustment } = scoreAccount(findings, score)
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-11 items-center gap-2.5 px-5 text-ink-soft hover:text-ink focus-visible:-outline-offset-2">
        <Calculator className="size-4.5" aria-hidden="true" />
        <span className="flex-1">{t('account', { score })}</span>
        <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden="true" />
      </summary>
      <dl className="grid max-w-xl gap-1 px-5 pt-1 pb-4 text-sm">
        <Line label={t('accountStart')} points={100} />
        {losses.map(({ ruleId, title, cost }) => (
          <Line key={ruleId} label={title} points={-cost} />
        ))}
        {adjustment ? <Line label={t('accountSum')} points={plain} /> : null}
        <Line strong label={adjustment ? t(`accountAdjusted.${adjustment}`) : t('accountEnd')} points={score} />
      </dl>
    </details>
  )
}

interface LineProps {
  readonly label: string
  readonly points: number
  readonly strong?: boolean
}

function Line({ label, points, strong = false }: LineProps) {
  return (
    <div
      className={`flex justify-between gap-6 ${strong ? 'mt-1 border-line border-t pt-1.5 font-medium' : 'text-ink-soft'}`}
    >
      <dt>{label}</dt>
      <dd>{points < 0 ? `−${-points}` : points}</dd>
    </div>
  )
}
