'use client'

import { useTranslations } from 'use-intl'
import { Skeleton } from '../../ui/skeleton.tsx'

export function ReportSkeleton({ body = false }: { readonly body?: boolean }) {
  const t = useTranslations('shell')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-5">
      {body ? null : <Skeleton className="mb-1 h-14 w-80 max-w-full" />}
      <Skeleton className="h-44 rounded-xl" />
      <div className="grid gap-5 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Skeleton className="h-80 rounded-xl" />
        <Skeleton className="h-80 rounded-xl" />
      </div>
    </div>
  )
}
