'use client'

import { Ban, Eye, ListMinus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { DelegationLineFragment } from '../../graphql/generated/graphql.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { DelegationFacts } from './delegation-facts.tsx'

interface PartnerLineProps {
  readonly slug: string
  readonly delegation: DelegationLineFragment
  readonly mayAudit: boolean
  readonly onNarrow?: (() => void) | null
  readonly onEnd?: (() => void) | null
}

export function PartnerLine({ slug, delegation, mayAudit, onNarrow, onEnd }: PartnerLineProps) {
  const t = useTranslations('partners')
  const { partnerName: name, partnerId, reason } = delegation
  return (
    <li className="grid gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="break-words font-medium">{name}</p>
          {reason ? <p className="break-words text-ink-faint text-sm">{reason}</p> : null}
        </div>
        <div className="flex flex-wrap gap-2">
          {mayAudit ? (
            <ButtonLink
              size="small"
              icon={<Eye aria-hidden="true" />}
              href={`/t/${slug}/settings/audit?partner=${encodeURIComponent(partnerId)}`}
              aria-label={t('looksOf', { name })}
            >
              {t('looks')}
            </ButtonLink>
          ) : null}
          {onNarrow ? (
            <Button
              size="small"
              icon={<ListMinus aria-hidden="true" />}
              onClick={onNarrow}
              aria-label={t('narrowOne', { name })}
            >
              {t('narrow')}
            </Button>
          ) : null}
          {onEnd ? (
            <Button
              size="small"
              look="danger"
              icon={<Ban aria-hidden="true" />}
              onClick={onEnd}
              aria-label={t('endOne', { name })}
            >
              {t('end')}
            </Button>
          ) : null}
        </div>
      </div>
      <DelegationFacts delegation={delegation} />
    </li>
  )
}
