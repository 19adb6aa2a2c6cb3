'use client'

import { CalendarClock } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { DeadlineFactsFragment } from '../../graphql/generated/graphql.ts'
import { spokenProtocol } from '../protocols/index.ts'

/** The deadline that applies, in a few lines. */
export function DeadlineLine({ deadline }: { readonly deadline: DeadlineFactsFragment }) {
  const t = useTranslations('deadlines')
  const format = useFormatter()
  const { daysLeft } = deadline
  return (
    <div>
      <p className="flex items-center gap-1.5 text-ink-faint text-sm">
        <CalendarClock className="size-4" aria-hidden="true" />
        {t('applies')}
      </p>
      {typeof daysLeft === 'number' ? (
        <p className="mt-1 flex items-baseline gap-2">
          <span className="font-semibold text-3xl tracking-tight">{Math.abs(daysLeft)}</span>
          <span className="text-ink-soft">
            {t(daysLeft < 0 ? 'daysAgo' : 'daysLeft', { count: Math.abs(daysLeft) })}
          </span>
        </p>
      ) : null}
      <p className="mt-0.5 font-medium text-sm">
        {format.dateTime(new Date(deadline.date), { dateStyle: 'long', timeZone: 'UTC' })}
        {deadline.earliest ? <span className="font-normal text-ink-faint"> · {t('earliest')}</span> : null}
      </p>
      <p className="mt-1 text-ink-soft text-sm">
        {t(`effects.${deadline.effect}`, {
          service: deadline.service,
          protocols: format.list(deadline.protocols.map(spokenProtocol)),
        })}
      </p>
    </div>
  )
}
