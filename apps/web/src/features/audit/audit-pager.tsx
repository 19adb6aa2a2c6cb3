'use client'

import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { AuditLogQuery } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import type { AuditState } from './audit-state.ts'

interface AuditPagerProps {
  readonly shown: number
  readonly total: number
  readonly page: NonNullable<AuditLogQuery['tenant']>['auditEntries']['pageInfo']
  readonly onChange: (change: Partial<AuditState>) => void
}

export function AuditPager({ shown, total, page, onChange }: AuditPagerProps) {
  const t = useTranslations('audit')
  return (
    <nav
      aria-label={t('pagesOf')}
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
            onClick={() => onChange({ before: page.startCursor ?? null })}
          >
            {t('newer')}
          </Button>
          <Button size="small" disabled={!page.hasNextPage} onClick={() => onChange({ after: page.endCursor ?? null })}>
            {t('older')}
            <ChevronRight aria-hidden="true" />
          </Button>
        </div>
      ) : null}
    </nav>
  )
}
