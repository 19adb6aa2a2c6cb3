'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { PolicyFormDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { localeCodes } from '../../i18n/locale-codes.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { PolicyEditor } from './policy-editor.tsx'
import type { LimitChoices } from './policy-words.ts'

interface PolicyFormProps {
  readonly slug: string
  /** Id of the policy to begin with, one that ships or the tenant's own; the first that ships where it is unknown. */
  readonly from: string | null
  readonly titles: Readonly<Record<string, string>>
  readonly choices: LimitChoices
}

/** Writes a policy of the tenant's own on top of one that ships, or a new version of its own. */
export function PolicyForm({ slug, from, titles, choices }: PolicyFormProps) {
  const t = useTranslations('policies')
  const locale = localeCodes[useLanguage()]
  const query = useQuery(documentQuery(PolicyFormDocument, { slug, locale }))
  const shipped = query.data?.policies ?? []
  const tenant = query.data?.tenant
  const own = tenant?.ownPolicies.find(({ id }) => id === from)
  const wanted = own ? own.basedOn : from
  // A new version stands on the newest version of what the old one stands on.
  const base =
    shipped.find(({ id }) => id === wanted) ?? shipped.find(({ name }) => name === wanted?.split('@')[0]) ?? shipped[0]
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={own ? t('changeTitle', { policy: own.title }) : t('writeTitle')}
        note={base ? t('writeNote', { policy: base.title }) : null}
      />
      {query.isPending ? <Skeleton className="h-96 rounded-xl" /> : null}
      {tenant && base ? (
        tenant.viewerPermissions.includes('POLICY_WRITE') ? (
          <PolicyEditor
            slug={slug}
            tenantId={tenant.id}
            base={base}
            own={own ?? null}
            titles={titles}
            choices={choices}
          />
        ) : (
          <p className="text-ink-soft">{t('readOnly')}</p>
        )
      ) : null}
      {query.isError && !tenant ? <FailurePanel failure={query.error} onRetry={() => void query.refetch()} /> : null}
    </div>
  )
}
