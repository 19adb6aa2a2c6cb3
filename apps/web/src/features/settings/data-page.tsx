'use client'

import { useTranslations } from 'use-intl'
import type { Permission } from '../../graphql/generated/graphql.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { useSettingsTenant } from '../tenants/index.ts'
import { DeleteCard } from './delete-card.tsx'
import { ExportCard } from './export-card.tsx'

/** Taking everything along, and leaving. */
export function DataPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('settings')
  const { data, isPending, error, refetch } = useSettingsTenant(slug)
  const may = (permission: Permission) => data?.tenant?.viewerPermissions.includes(permission) ?? false
  return (
    <>
      <PageHeader title={t('entries.data')} note={t('dataNote')} />
      <div className="grid max-w-3xl gap-6">
        {data?.tenant ? (
          <>
            {may('TENANT_EXPORT') ? <ExportCard tenantId={data.tenant.id} /> : null}
            {may('TENANT_DELETE') ? <DeleteCard tenant={data.tenant} /> : null}
            {may('TENANT_EXPORT') || may('TENANT_DELETE') ? null : <p className="text-ink-soft">{t('notYours')}</p>}
          </>
        ) : isPending ? (
          <Skeleton className="h-72 rounded-xl" />
        ) : (
          <FailurePanel failure={error} onRetry={() => void refetch()} />
        )}
      </div>
    </>
  )
}
