'use client'

import { useTranslations } from 'use-intl'
import { Skeleton } from '../../ui/skeleton.tsx'

/** A page on its way, whichever it is; it belongs to the frame so that waiting for one page never loads another. */
export function PageSkeleton() {
  const t = useTranslations('shell')
  return (
    <div role="status" aria-label={t('loading')} className="grid gap-5">
      <Skeleton className="mb-1 h-10 w-64 max-w-full" />
      <Skeleton className="h-64 rounded-xl" />
      <Skeleton className="h-80 rounded-xl" />
    </div>
  )
}
