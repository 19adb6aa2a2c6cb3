'use client'

import { CalendarClock } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { PortfolioQuery } from '../../graphql/generated/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { VerdictShares } from './verdict-shares.tsx'

type Portfolio = NonNullable<NonNullable<PortfolioQuery['tenant']>['portfolio']>

/** All customers together, in a few numbers and the next date. */
export function PortfolioSummary({ portfolio }: { readonly portfolio: Portfolio }) {
  const t = useTranslations('portfolio')
  const format = useFormatter()
  const countOf = (verdict: string) => portfolio.verdicts.find((each) => each.verdict === verdict)?.count ?? 0
  const [next] = portfolio.deadlines
  const numbers = [
    { id: 'customers', value: portfolio.customers.totalCount },
    { id: 'endpoints', value: portfolio.endpointCount },
    { id: 'notReady', value: countOf('NOT_READY') },
    { id: 'atRisk', value: countOf('AT_RISK') },
    { id: 'score', value: portfolio.averageScore },
  ] as const
  return (
    <Card aria-label={t('summary')}>
      <div className="grid gap-5 p-5">
        <dl className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-6 gap-y-4">
          {numbers.map(({ id, value }) => (
            <div key={id} className="flex flex-col-reverse justify-end">
              <dt className="text-ink-faint text-sm">{t(`numbers.${id}`)}</dt>
              <dd className="font-semibold text-3xl tracking-tight">{value === null ? '–' : format.number(value)}</dd>
            </div>
          ))}
        </dl>
        <VerdictShares verdicts={portfolio.verdicts} unscanned={portfolio.unscanned} className="h-3" />
        {next ? (
          <p className="flex items-start gap-2 text-ink-soft text-sm">
            <CalendarClock aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span>
              <span className="font-medium text-ink">
                {format.dateTime(new Date(next.deadline.date), { dateStyle: 'long', timeZone: 'UTC' })}
              </span>{' '}
              {t('concerns', {
                service: next.deadline.service,
                customers: next.customers,
                endpoints: next.endpoints,
              })}
              {next.deadline.earliest ? <span className="text-ink-faint"> {t('earliest')}</span> : null}
            </span>
          </p>
        ) : null}
      </div>
    </Card>
  )
}
