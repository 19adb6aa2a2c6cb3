'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ArrowRight, ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PolicyPreviewChangesDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { FailurePanel } from '../failures/index.ts'
import { VerdictPill } from '../verdicts/index.ts'

/** What was asked for, so that the endpoints can be asked for page by page. */
export interface AskedPreview {
  readonly slug: string
  readonly policyId: string
  readonly changes: unknown
}

const pageSize = 10

/** The endpoints whose verdict or score would be another one, before and after. */
export function ChangedEndpoints({ asked, total }: { readonly asked: AskedPreview; readonly total: number }) {
  const t = useTranslations('policies')
  const [offset, setOffset] = useState(0)
  const query = useQuery({
    ...documentQuery(PolicyPreviewChangesDocument, { ...asked, first: pageSize, offset }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  })
  const changes = query.data?.tenant?.policyPreview.changes ?? []
  if (query.isError && changes.length === 0)
    return <FailurePanel failure={query.error} onRetry={() => void query.refetch()} />
  return (
    <div aria-busy={query.isFetching}>
      <ul className="grid gap-2.5">
        {changes.map(({ endpoint, verdictNow, verdictThen, scoreNow, scoreThen }) => (
          <li
            key={endpoint.id}
            className="grid gap-1 sm:flex sm:flex-wrap sm:items-center sm:justify-between sm:gap-x-4"
          >
            <span className="min-w-0 break-words font-medium">{endpoint.label ?? endpoint.address}</span>
            <span className="flex flex-wrap items-center gap-2">
              <VerdictPill verdict={verdictNow} />
              <span>{scoreNow ?? '–'}</span>
              <ArrowRight className="size-4 text-ink-faint" role="img" aria-label={t('becomes')} />
              <VerdictPill verdict={verdictThen} />
              <span className="font-medium">{scoreThen ?? '–'}</span>
            </span>
          </li>
        ))}
      </ul>
      {total > pageSize ? (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <Button
            size="small"
            icon={<ChevronLeft aria-hidden="true" />}
            disabled={offset === 0}
            onClick={() => setOffset(offset - pageSize)}
          >
            {t('previous')}
          </Button>
          <Button size="small" disabled={offset + pageSize >= total} onClick={() => setOffset(offset + pageSize)}>
            {t('next')}
            <ChevronRight aria-hidden="true" />
          </Button>
          <span role="status" className="text-ink-faint text-sm">
            {t('shownOf', { from: offset + 1, to: Math.min(total, offset + pageSize), total })}
          </span>
        </div>
      ) : null}
    </div>
  )
}
