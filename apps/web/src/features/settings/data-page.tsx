'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { useSettingsTenant } from '../tenants/index.ts'
import { DeleteCard } from './delete-card.tsx'

/** Taking everything along, and leaving. */
export function DataPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('settings')
  const { data, isPending, error, refetch } = useSettingsTenant(slug)
  return (
    <>
      <PageHeader title={t('entries.data')} note={t('dataNote')} />
      <div className="grid max-w-3xl gap-6">
        {data?.tenant ? (
          data.tenant.viewerPermissions.includes('TENANT_DELETE') ? (
            <DeleteCard tenant={data.tenant} />
          ) : (
            <p className="text-ink-soft">{t('notYours')}</p>
          )
        ) : isPending ? (
          <Skeleton className="h-72 rounded-xl" />
        ) : (
          <FailurePanel failure={error} onRetry={() => void refetch()} />
        )}
      </div>
    </>
  )
}
