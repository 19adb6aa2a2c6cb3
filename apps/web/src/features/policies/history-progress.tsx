'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { HistoryRegradeDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'

/** Where the judging of older scans under the present policy and dates stands; asked for again while it runs. */
export function HistoryProgress({ slug }: { readonly slug: string }) {
  const t = useTranslations('policies.history')
  const query = useQuery({
    ...documentQuery(HistoryRegradeDocument, { slug }),
    refetchInterval: ({ state }) => {
      const regrade = state.data?.tenant?.historyRegrade
      return regrade && !regrade.finishedAt ? 2_000 : false
    },
  })
  const regrade = query.data?.tenant?.historyRegrade
  if (!regrade) return null
  const { done, total, changed, policyId, finishedAt } = regrade
  return (
    <div role="status" className="mt-2 grid max-w-xl gap-2 text-ink-soft text-sm">
      {finishedAt ? (
        <p>{t('done', { count: total, changed, policy: policyId, at: new Date(finishedAt) })}</p>
      ) : (
        <>
          <p>{t('running', { done, total, policy: policyId })}</p>
          <ProgressBar label={t('label')} percent={total === 0 ? 100 : Math.round((100 * done) / total)} />
        </>
      )}
    </div>
  )
}
