'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { DeadlineFactsFragment } from '../../graphql/generated/graphql.ts'
import { Card } from '../../ui/card.tsx'
import { spokenProtocol } from '../protocols/index.ts'
import { SourceLink } from './source-link.tsx'

interface DeadlineCardProps {
  readonly title: string
  readonly deadline: DeadlineFactsFragment | null | undefined
  readonly className?: string
}

/** The date that matters next, with what happens then and how sure it is. */
export function DeadlineCard({ title, deadline, className }: DeadlineCardProps) {
  const t = useTranslations('deadlines')
  const format = useFormatter()
  return (
    <Card className={className} aria-label={title}>
      <div className="flex h-full flex-col p-5">
        <h2 className="font-semibold text-[1.0625rem] tracking-tight">{title}</h2>
        {deadline ? (
          <>
            <p className="mt-3 flex items-baseline gap-2.5">
              <DaysLeft daysLeft={deadline.daysLeft} />
            </p>
            <p className="mt-1 font-medium">
              {format.dateTime(new Date(deadline.date), { dateStyle: 'long', timeZone: 'UTC' })}
              {deadline.earliest ? <span className="font-normal text-ink-faint"> · {t('earliest')}</span> : null}
            </p>
            <p className="mt-3 text-ink-soft">
              {t(`effects.${deadline.effect}`, {
                service: deadline.service,
                protocols: format.list(deadline.protocols.map(spokenProtocol)),
              })}
            </p>
            {deadline.note ? <p className="mt-2 text-ink-faint text-sm">{deadline.note}</p> : null}
            <p className="mt-auto pt-4 text-ink-faint text-sm">
              {t('source')} <SourceLink source={deadline.source} />
            </p>
          </>
        ) : (
          <p className="mt-3 text-ink-soft">{t('none')}</p>
        )}
      </div>
    </Card>
  )
}

function DaysLeft({ daysLeft }: { readonly daysLeft: number | null | undefined }) {
  const t = useTranslations('deadlines')
  if (daysLeft === null || daysLeft === undefined) return <span className="text-ink-faint">{t('noCount')}</span>
  return (
    <>
      <span className="font-semibold text-5xl tracking-tight">{Math.abs(daysLeft)}</span>
      <span className="text-ink-soft">{t(daysLeft < 0 ? 'daysAgo' : 'daysLeft', { count: Math.abs(daysLeft) })}</span>
    </>
  )
}
