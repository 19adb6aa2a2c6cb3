'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { EndpointListQuery } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import type { ListState } from './list-state.ts'

interface PagerProps {
  readonly shown: number
  readonly total: number
  readonly page: NonNullable<EndpointListQuery['tenant']>['endpoints']['pageInfo']
  readonly onChange: (change: Partial<ListState>) => void
}

export function Pager({ shown, total, page, onChange }: PagerProps) {
  const t = useTranslations('endpoints')
  return (
    <nav
      aria-label={t('pages')}
      className="flex flex-wrap items-center justify-between gap-3 border-line border-t px-4 py-3"
    >
      <p role="status" className="text-ink-faint text-sm">
        {t('shown', { shown, total })}
      </p>
      {page.hasNextPage || page.hasPreviousPage ? (
        <div className="flex gap-2">
          <Button
            size="small"
            icon={<ChevronLeft aria-hidden="true" />}
            disabled={!page.hasPreviousPage}
            onClick={() => onChange({ before: page.startCursor ?? null, after: null })}
          >
            {t('previous')}
          </Button>
          <Button
            size="small"
            disabled={!page.hasNextPage}
            onClick={() => onChange({ after: page.endCursor ?? null, before: null })}
          >
            {t('next')}
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      ) : null}
    </nav>
  )
}
