'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useTranslations } from 'use-intl'
import { GroupPreviewDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'
import { isWhole, type RuleValue, ruleInput } from './rule-value.ts'

interface RulePreviewProps {
  readonly slug: string
  readonly rule: RuleValue
}

/** What the rule would hold now. */
export function RulePreview({ slug, rule }: RulePreviewProps) {
  const t = useTranslations('groups')
  const settled = useDeferredValue(rule)
  const { data, isError } = useQuery({
    ...documentQuery(GroupPreviewDocument, { slug, rule: ruleInput(settled) }),
    enabled: isWhole(settled),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const preview = data?.tenant?.endpointGroupPreview
  return (
    <div role="status" className="min-h-6 text-sm">
      {!isWhole(rule) ? (
        <p className="text-ink-faint">{t('previewMissing')}</p>
      ) : isError ? (
        <p className="text-bad-ink">{t('previewRefused')}</p>
      ) : preview ? (
        <>
          <p className="font-medium">{t('preview', { count: preview.size })}</p>
          <p className="break-words text-ink-faint">
            {preview.endpoints
              .slice(0, 5)
              .map(({ label, address }) => label ?? address)
              .join(', ')}
            {preview.size > 5 ? ' …' : null}
          </p>
        </>
      ) : null}
    </div>
  )
}
