'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { DeadlineChangesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Card, CardHeader } from '../../ui/card.tsx'

/** What the operators of this installation did to the dates, newest first; nothing where they did nothing. */
export default function OperatorChanges() {
  const t = useTranslations('deadlines.operatorChanges')
  const format = useFormatter()
  const changes = useQuery(documentQuery(DeadlineChangesDocument, {})).data?.deadlineChanges ?? []
  if (changes.length === 0) return null
  const day = (date: string) => format.dateTime(new Date(date), { dateStyle: 'long', timeZone: 'UTC' })
  return (
    <Card aria-labelledby="operator-changes">
      <CardHeader id="operator-changes" title={t('title')} note={t('note')} />
      <ol>
        {changes.map(({ kind, at, by, reason, dateBefore, deadline }) => (
          <li key={`${deadline.id} ${kind}`} className="border-line border-t px-5 py-3 text-sm">
            <p>
              {t(kind, {
                service: deadline.service,
                date: day(deadline.date),
                before: dateBefore ? day(dateBefore) : '–',
              })}
            </p>
            <p className="text-ink-faint">
              {format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })} · {by ?? t('operator')}
              {reason ? ` · ${reason}` : null}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
