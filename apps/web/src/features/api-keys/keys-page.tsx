'use client'

import { useQuery } from '@tanstack/react-query'
import { KeyRound, Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useNow, useTranslations } from 'use-intl'
import { type ApiKeyLineFragment, ApiKeysDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { FailurePanel } from '../failures/index.ts'
import { FirstRequest } from './first-request.tsx'
import { KeyLine } from './key-line.tsx'
import { stateOf } from './key-state.ts'
import { RevokeKey } from './revoke-key.tsx'

const CreateDialog = lazy(() => import('./create-dialog.tsx'))
const RotateDialog = lazy(() => import('./rotate-dialog.tsx'))

type Asked = { readonly kind: 'create' } | { readonly kind: 'rotate' | 'revoke'; readonly apiKey: ApiKeyLineFragment }

/** Keys for programs: those that work, and folded up below them those that no longer do. */
export function KeysPage({ slug }: { readonly slug: string }) {
  const t = useTranslations('keys')
  const clock = useNow({ updateInterval: 60_000 }).getTime()
  const { data, dataUpdatedAt, isPending, error, refetch } = useQuery(documentQuery(ApiKeysDocument, { slug }))
  // The clock goes by minutes; an answer that is newer knows of keys that ended since.
  const now = Math.max(clock, dataUpdatedAt)
  const [asked, setAsked] = useState<Asked | null>(null)
  const tenant = data?.tenant
  const keys = tenant?.apiKeys ?? []
  const working = keys.filter((each) => ['LIVE', 'ENDING'].includes(stateOf(each, now)))
  const over = keys.filter((each) => !working.includes(each))
  const close = () => setAsked(null)
  const create = (
    <Button look="primary" icon={<Plus aria-hidden="true" />} onClick={() => setAsked({ kind: 'create' })}>
      {t('create')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('title')} note={t('note')} actions={working.length > 0 ? create : null} />
      <div className="grid max-w-4xl grid-cols-[minmax(0,1fr)] gap-6">
        {isPending ? <Skeleton className="h-56 rounded-xl" /> : null}
        {!isPending && !tenant ? <FailurePanel failure={error} onRetry={() => void refetch()} /> : null}
        {tenant ? (
          <Card>
            {working.length > 0 ? (
              <ul className="divide-y divide-line">
                {working.map((apiKey) => (
                  <KeyLine
                    key={apiKey.id}
                    apiKey={apiKey}
                    state={stateOf(apiKey, now)}
                    onRotate={() => setAsked({ kind: 'rotate', apiKey })}
                    onRevoke={() => setAsked({ kind: 'revoke', apiKey })}
                  />
                ))}
              </ul>
            ) : (
              <EmptyState icon={<KeyRound aria-hidden="true" />} title={t('emptyTitle')} actions={create}>
                {t('emptyText')}
              </EmptyState>
            )}
            {over.length > 0 ? (
              <details className="border-line border-t">
                <summary className="flex min-h-11 items-center px-5 text-ink-soft text-sm hover:text-ink">
                  {t('over', { count: over.length })}
                </summary>
                <ul className="divide-y divide-line border-line border-t">
                  {over.map((apiKey) => (
                    <KeyLine key={apiKey.id} apiKey={apiKey} state={stateOf(apiKey, now)} />
                  ))}
                </ul>
              </details>
            ) : null}
          </Card>
        ) : null}
        {tenant ? <FirstRequest /> : null}
      </div>
      <Suspense>
        {asked?.kind === 'create' && tenant ? <CreateDialog slug={slug} tenantId={tenant.id} onClose={close} /> : null}
        {asked?.kind === 'rotate' ? <RotateDialog apiKey={asked.apiKey} onClose={close} /> : null}
      </Suspense>
      {asked?.kind === 'revoke' ? <RevokeKey apiKey={asked.apiKey} onClose={close} /> : null}
    </>
  )
}
