'use client'

import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { PolicyPreviewQuery } from '../../graphql/generated/graphql.ts'
import { VerdictPill } from '../verdicts/index.ts'
import { type AskedPreview, ChangedEndpoints } from './changed-endpoints.tsx'

export type PreviewFacts = NonNullable<PolicyPreviewQuery['tenant']>['policyPreview']

interface PreviewAnswerProps {
  readonly preview: PreviewFacts
  readonly asked: AskedPreview
}

/** What a policy would change for the endpoints here, before anything is changed. */
export function PreviewAnswer({ preview, asked }: PreviewAnswerProps) {
  const t = useTranslations('policies')
  if (preview.endpoints === 0) return <p className="text-ink-soft">{t('previewEmpty')}</p>
  return (
    <div className="grid gap-4">
      <p className="text-ink-soft">
        {t('previewNote', { count: preview.endpoints })} {preview.complete ? null : t('previewPart')}
      </p>
      <dl className="grid gap-4">
        <div>
          <dt className="text-ink-faint text-sm">{t('averageScore')}</dt>
          <dd className="mt-1 flex items-center gap-2.5 font-semibold text-2xl tracking-tight">
            {preview.scoreNow ?? '–'}
            <ArrowRight className="size-5 text-ink-faint" role="img" aria-label={t('becomes')} />
            {preview.scoreThen ?? '–'}
          </dd>
        </div>
        <div>
          <dt className="text-ink-faint text-sm">{t('verdicts')}</dt>
          <dd className="mt-1.5">
            {preview.moves.length === 0 ? (
              t('noMoves')
            ) : (
              <ul className="grid gap-2">
                {preview.moves.map(({ from, to, count }) => (
                  <li key={`${from} ${to}`} className="flex flex-wrap items-center gap-2">
                    <span className="font-medium">{t('endpointCount', { count })}</span>
                    <VerdictPill verdict={from} />
                    <ArrowRight className="size-4 text-ink-faint" role="img" aria-label={t('becomes')} />
                    <VerdictPill verdict={to} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        {preview.changed > 0 ? (
          <div>
            <dt className="text-ink-faint text-sm">{t('changedEndpoints', { count: preview.changed })}</dt>
            <dd className="mt-1.5">
              <ChangedEndpoints key={JSON.stringify(asked)} asked={asked} total={preview.changed} />
            </dd>
          </div>
        ) : null}
      </dl>
    </div>
  )
}
