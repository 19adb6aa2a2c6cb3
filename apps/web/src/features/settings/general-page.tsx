'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { useSettingsTenant } from '../tenants/index.ts'
import { TenantForm } from './tenant-form.tsx'

export function GeneralPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('settings')
  const { data, isPending, error, refetch } = useSettingsTenant(slug)
  return (
    <>
      <PageHeader title={t('entries.general')} note={t('generalNote')} />
      <div className="grid max-w-3xl gap-6">
        {data?.tenant ? (
          <TenantForm key={data.tenant.id} tenant={data.tenant} />
        ) : isPending ? (
          <Skeleton className="h-72 rounded-xl" />
        ) : (
          <FailurePanel failure={error} onRetry={() => void refetch()} />
        )}
      </div>
    </>
  )
}
