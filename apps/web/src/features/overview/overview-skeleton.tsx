'use client'

import { useTranslations } from 'use-intl'
import { Skeleton } from '../../ui/skeleton.tsx'

export function OverviewSkeleton() {
  const t = useTranslations('shell')
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton className="mb-6 h-10 w-64" />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-64 rounded-xl" />
        <Skeleton className="h-40 rounded-xl" />
      </div>
    </div>
  )
}
