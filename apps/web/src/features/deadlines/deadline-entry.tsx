'use client'

import { BadgeCheck, CalendarClock, CircleHelp, History, Quote, Scale } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Pill } from '../../ui/pill.tsx'
import { spokenProtocol } from '../protocols/index.ts'
import { SourceLink } from './source-link.tsx'
import type { DatedDeadline, DeadlineRecord } from './timeline.ts'

interface DeadlineEntryProps {
  readonly entry: DatedDeadline
  /** Null where the reader may not move dates. */
  readonly onMove: ((record: DeadlineRecord) => void) | null
}

export function DeadlineEntry({ entry: { record, moved }, onMove }: DeadlineEntryProps) {
  const t = useTranslations('deadlines')
  const format = useFormatter()
  const day = useDay()
  return (
    <article className="grid gap-x-8 gap-y-2 px-5 py-4 md:grid-cols-[11rem_minmax(0,1fr)]">
      <div>
        <p className="font-semibold">
          <time dateTime={record.date}>{day(record.date)}</time>
        </p>
        {record.until ? <p className="text-ink-soft text-sm">{t('until', { date: day(record.until) })}</p> : null}
        {record.daysLeft >= 0 ? (
          <p className="mt-1 text-risk-ink text-sm">
            <span className="font-medium">{format.number(record.daysLeft)}</span>{' '}
            {t('daysLeft', { count: record.daysLeft })}
          </p>
        ) : null}
      </div>
      <div className="min-w-0">
        {onMove ? (
          <Button
            size="small"
            className="float-right ml-3"
            icon={<CalendarClock aria-hidden="true" />}
            onClick={() => onMove(record)}
          >
            {t('move')}
          </Button>
        ) : null}
        <h3 className="font-medium">{effectSentence(t, format, record)}</h3>
        <p className="mt-0.5 max-w-prose text-ink-soft">{record.note}</p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-ink-faint text-sm">
          <Sureness sureness={record.sureness} />
          <span>{t(`channels.${record.channel}`)}</span>
          <span>
            {t('source')} <SourceLink source={record.source} />
          </span>
        </p>
        {moved.length > 0 ? (
          <details className="group mt-2 text-sm">
            <summary className="inline-flex min-h-6 items-center gap-1.5 rounded text-link underline-offset-4 hover:underline">
              <History className="size-4" aria-hidden="true" />
              {t('moved', { count: moved.length })}
            </summary>
            <ol className="mt-2 grid gap-2 border-line border-l-2 pl-4">
              {moved.map((before) => (
                <li key={before.id}>
                  <p>
                    <span className="font-medium">{day(before.date)}</span>{' '}
                    <span className="text-ink-soft">{effectSentence(t, format, before)}</span>
                  </p>
                  <p className="text-ink-faint">
                    {before.note} {t('source')} <SourceLink source={before.source} />
                  </p>
                </li>
              ))}
            </ol>
          </details>
        ) : null}
      </div>
    </article>
  )
}

function Sureness({ sureness }: { readonly sureness: DeadlineRecord['sureness'] }) {
  const t = useTranslations('deadlines')
  const Icon = surenessIcons[sureness]
  return (
    <Pill
      tone={sureness === 'READ' ? 'ready' : sureness === 'UNSURE' ? 'risk' : 'unknown'}
      icon={<Icon aria-hidden="true" />}
    >
      {t(`surenesses.${sureness}`)}
    </Pill>
  )
}

const surenessIcons = { READ: BadgeCheck, THIRD_PARTY: Quote, MEMORY: CircleHelp, UNSURE: Scale } as const

function effectSentence(
  t: ReturnType<typeof useTranslations<'deadlines'>>,
  format: ReturnType<typeof useFormatter>,
  { effect, service, protocols }: DeadlineRecord,
): string {
  return t(`effects.${effect}`, { service, protocols: format.list(protocols.map(spokenProtocol)) })
}

/** A calendar day in words; days have no time zone. */
function useDay(): (date: string) => string {
  const format = useFormatter()
  return (date) => format.dateTime(new Date(`${date.slice(0, 10)}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
}
