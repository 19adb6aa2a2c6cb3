'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { DeadlineFactsFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { spokenProtocol } from '../protocols/index.ts'
import { SourceLink } from './source-link.tsx'

/** Every date that concerns an endpoint, server or client: those to come first, then those in force. */
export default function DeadlineList({ deadlines }: { readonly deadlines: readonly DeadlineFactsFragment[] }) {
  const t = useTranslations('deadlines')
  const format = useFormatter()
  return (
    <Card aria-labelledby="concerning-dates" className="mt-6">
      <CardHeader id="concerning-dates" title={t('concerning')} note={t('concerningNote')} />
      {deadlines.length === 0 ? <p className="px-5 pb-5 text-ink-soft">{t('none')}</p> : null}
      <ol>
        {deadlines.map((deadline) => (
          <li
            key={deadline.id}
            className="grid gap-x-8 gap-y-1 border-line border-t px-5 py-3.5 md:grid-cols-[13rem_minmax(0,1fr)]"
          >
            <div>
              <p className="font-medium">
                <time dateTime={deadline.date}>
                  {format.dateTime(new Date(deadline.date), { dateStyle: 'long', timeZone: 'UTC' })}
                </time>
              </p>
              <p className={deadline.daysLeft < 0 ? 'text-ink-faint text-sm' : 'text-risk-ink text-sm'}>
                {format.number(Math.abs(deadline.daysLeft))}{' '}
                {t(deadline.daysLeft < 0 ? 'daysAgo' : 'daysLeft', { count: Math.abs(deadline.daysLeft) })}
                {deadline.earliest ? ` · ${t('earliest')}` : null}
              </p>
            </div>
            <div className="min-w-0 text-sm">
              <p>
                {t(`effects.${deadline.effect}`, {
                  service: deadline.service,
                  protocols: format.list(deadline.protocols.map(spokenProtocol)),
                })}
              </p>
              <p className="max-w-prose text-ink-soft">{deadline.note}</p>
              <p className="mt-0.5 text-ink-faint">
                {t(`channels.${deadline.channel}`)} · {t(`surenesses.${deadline.sureness}`)} · {t('source')}{' '}
                <SourceLink source={deadline.source} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
