'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarPlus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useId, useState } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { type Cloud, DeadlineHistoryDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { Button } from '../../ui/button.tsx'
import { Card, CardHeader } from '../../ui/card.tsx'
import { Select } from '../../ui/field.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { clouds } from './clouds.ts'
import { DeadlineEntry } from './deadline-entry.tsx'
import { type DatedDeadline, type DeadlineRecord, timelineOf } from './timeline.ts'

const OperatorChanges = lazy(() => import('./operator-changes.tsx'))
const DeadlineDialog = lazy(() => import('./deadline-dialog.tsx'))

interface DeadlineTimelineProps {
  readonly path: string
  readonly cloud: Cloud
}

/** What comes and what already holds, each date with its history and how sure it is; operators keep it up to date. */
export function DeadlineTimeline({ path, cloud }: DeadlineTimelineProps) {
  const t = useTranslations('deadlines')
  const locale = localeCodes[useLanguage()]
  const today = useNow().toISOString().slice(0, 10)
  const [edited, setEdited] = useState<DeadlineRecord | 'new' | null>(null)
  const query = useQuery(documentQuery(DeadlineHistoryDocument, { locale }))
  const operator = query.data?.viewer?.isOperator ?? false
  const timeline = timelineOf(query.data?.deadlines ?? [], cloud, today)
  const onMove = operator ? setEdited : null
  return (
    <>
      <PageHeader
        title={t('title')}
        note={t('note')}
        actions={
          <>
            <CloudChoice path={path} cloud={cloud} />
            {operator ? (
              <Button look="primary" icon={<CalendarPlus aria-hidden="true" />} onClick={() => setEdited('new')}>
                {t('add')}
              </Button>
            ) : null}
          </>
        }
      />
      {query.isPending ? <Skeleton className="h-96 rounded-xl" /> : null}
      {query.data ? (
        <div className="grid gap-6">
          <Section id="coming" title={t('coming')} none={t('noneComing')} entries={timeline.coming} onMove={onMove} />
          <Section
            id="in-force"
            title={t('inForce')}
            none={t('noneInForce')}
            entries={timeline.inForce}
            onMove={onMove}
          />
          <Suspense>
            <OperatorChanges />
          </Suspense>
        </div>
      ) : null}
      {query.isError && !query.data ? (
        <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {edited ? (
        <Suspense>
          <DeadlineDialog record={edited === 'new' ? null : edited} cloud={cloud} onClose={() => setEdited(null)} />
        </Suspense>
      ) : null}
    </>
  )
}

function CloudChoice({ path, cloud }: DeadlineTimelineProps) {
  const t = useTranslations('deadlines')
  const router = useRouter()
  const id = useId()
  return (
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
  )
}

interface SectionProps {
  readonly id: string
  readonly title: string
  readonly none: string
  readonly entries: readonly DatedDeadline[]
  readonly onMove: ((record: DeadlineRecord) => void) | null
}

function Section({ id, title, none, entries, onMove }: SectionProps) {
  return (
    <Card aria-labelledby={id}>
      <CardHeader id={id} title={title} />
      {entries.length === 0 ? (
        <p className="max-w-prose px-5 pb-5 text-ink-soft">{none}</p>
      ) : (
        <ol>
          {entries.map((entry) => (
            <li key={entry.record.id} className="border-line border-t">
              <DeadlineEntry entry={entry} onMove={onMove} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
