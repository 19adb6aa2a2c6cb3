'use client'

import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { OverviewQuery, Verdict } from '../../graphql/generated/graphql.ts'
import { ArcChart } from '../../ui/arc-chart.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { toneInk } from '../../ui/pill.tsx'
import { VerdictIcon, type VerdictOrNone, verdictOrder, verdictTones } from '../verdicts/index.ts'

type TenantOverview = NonNullable<OverviewQuery['tenant']>['overview']

interface DistributionProps {
  readonly base: string
  readonly overview: TenantOverview
}

/** How many endpoints stand where, from ready to not ready. */
export function Distribution({ base, overview }: DistributionProps) {
  const t = useTranslations('overview')
  const verdictNames = useTranslations('verdicts')
  const countOf = (verdict: Verdict) => overview.verdicts.find((each) => each.verdict === verdict)?.count ?? 0
  const ready = countOf('READY') + countOf('LEGACY_ENABLED')
  const kinds: readonly { verdict: VerdictOrNone; count: number }[] = [
    ...verdictOrder.toReversed().filter((verdict) => verdict !== 'UNKNOWN'),
    'UNKNOWN' as const,
  ]
    .map((verdict): { verdict: VerdictOrNone; count: number } => ({ verdict, count: countOf(verdict) }))
    .concat({ verdict: 'NOT_SCANNED', count: overview.unscanned })

  return (
    <Card className="@container" aria-labelledby="readiness">
      <CardHeader id="readiness" title={t('readiness')} note={t('readinessNote')} />
      <div className="grid items-center gap-x-10 gap-y-6 px-5 pb-6 @xl:grid-cols-[minmax(0,20rem)_minmax(0,1fr)]">
        <div className="relative mx-auto w-full max-w-80">
          <ArcChart
            label={t('chart', { ready, total: overview.endpoints })}
            segments={kinds.map(({ verdict, count }) => ({
              id: verdict,
              count,
              tone: verdictTones[verdict],
              faint: verdict === 'NOT_SCANNED',
            }))}
          />
          <div aria-hidden="true" className="absolute inset-x-0 bottom-2 text-center">
            <p className="font-semibold text-5xl leading-none tracking-tight">{ready}</p>
            <p className="mt-1.5 text-ink-soft text-sm">{t('ofReady', { total: overview.endpoints })}</p>
          </div>
        </div>
        <ul className="grid">
          {kinds.map(({ verdict, count }) => (
            <li key={verdict} className="border-line border-t first:border-t-0">
              <KindLine verdict={verdict} count={count} base={base} name={verdictNames(`names.${verdict}`)} />
            </li>
          ))}
        </ul>
      </div>
    </Card>
  )
}

interface KindLineProps {
  readonly verdict: VerdictOrNone
  readonly count: number
  readonly base: string
  readonly name: string
}

function KindLine({ verdict, count, base, name }: KindLineProps) {
  const line = (
    <>
      <VerdictIcon verdict={verdict} className={`size-4.5 shrink-0 ${toneInk[verdictTones[verdict]]}`} />
      <span className="flex-1">{name}</span>
      <span className="font-medium">{count}</span>
    </>
  )
  const look = 'flex min-h-9 items-center gap-2.5 rounded-md px-2'
  if (verdict === 'NOT_SCANNED' || count === 0) return <div className={`${look} text-ink-faint`}>{line}</div>
  return (
    <Link href={`${base}/endpoints?verdict=${verdict}`} className={`${look} transition-colors hover:bg-hover`}>
      {line}
    </Link>
  )
}
