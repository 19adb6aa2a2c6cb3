'use client'

import type { Cloud } from '@sundown/core/deadlines'
import { useRouter } from 'next/navigation'
import { useId } from 'react'
import { useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { DeadlineEntry } from './deadline-entry.tsx'
import type { DatedDeadline, Timeline } from './timeline.ts'

interface DeadlineTimelineProps {
  readonly path: string
  readonly cloud: Cloud
  readonly clouds: readonly Cloud[]
  readonly timeline: Timeline
}

/** What comes and what already holds, each date with its history and how sure it is. */
export function DeadlineTimeline({ path, cloud, clouds, timeline }: DeadlineTimelineProps) {
  const t = useTranslations('deadlines')
  const router = useRouter()
  const id = useId()
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          <div className="flex items-center gap-2.5">
            <label htmlFor={id} className="text-ink-soft text-sm">
              {t('cloud')}
            </label>
            <Select
              id={id}
              value={cloud}
              onChange={(event) => router.replace(`${path}?cloud=${event.target.value}`, { scroll: false })}
            >
              {clouds.map((each) => (
                <option key={each} value={each}>
                  {t(`clouds.${each}`)}
                </option>
              ))}
            </Select>
          </div>
        }
      />
      <div className="grid gap-6">
        <Section id="coming" title={t('coming')} none={t('noneComing')} entries={timeline.coming} />
        <Section id="in-force" title={t('inForce')} none={t('noneInForce')} entries={timeline.inForce} />
      </div>
    </>
  )
}

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly entries: readonly DatedDeadline[]
}

function Section({ id, title, none, entries }: SectionProps) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} />
      {entries.length === 0 ? (
        <p className="max-w-prose px-5 pb-5 text-ink-soft">{none}</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <li key={entry.record.id} className="border-line border-t">
              <DeadlineEntry entry={entry} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
