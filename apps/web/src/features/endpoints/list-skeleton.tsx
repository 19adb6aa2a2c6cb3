'use client'

import { useTranslations } from 'use-intl'
import { Skeleton } from '../../ui/skeleton.tsx'

export function ListSkeleton() {
  const t = useTranslations('shell')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-px">
      {rows.map((row) => (
        <div key={row} className="flex items-center gap-6 px-4 py-3.5">
          <Skeleton className="h-5 flex-1" />
          <Skeleton className="h-6 w-28 rounded-full" />
          <Skeleton className="hidden h-5 w-24 md:block" />
        </div>
      ))}
    </div>
  )
}

const rows = [0, 1, 2, 3, 4, 5, 6, 7]
