'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { DelegationLineFragment } from '../../graphql/generated/graphql.ts'
import { Button } from '../../ui/button.tsx'
import { ScopeText } from '../scope/index.ts'

interface RequestLineProps {
  readonly delegation: DelegationLineFragment
  readonly onApprove: (() => void) | null
  readonly onRefuse: (() => void) | null
}

export function RequestLine({ delegation, onApprove, onRefuse }: RequestLineProps) {
  const t = useTranslations('partners')
  const people = useTranslations('people')
  const format = useFormatter()
  const { partnerName, reason, role, days, scope, requestedAt } = delegation
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-3 px-5 py-4">
      <div className="min-w-0 flex-1 basis-72">
        <p className="break-words font-medium">{partnerName}</p>
        <p className="text-sm">
          {t('wants', { role: people(`roleNames.${role}`), days })}
          {delegation.extends ? <span> {t('wantsExtension')}</span> : null}
        </p>
        {scope ? (
          <p className="text-sm">
            <span className="text-ink-faint">{t('facts.scope')}</span> <ScopeText scope={scope} />
          </p>
        ) : null}
        {reason ? (
          <blockquote className="mt-1.5 break-words border-line-strong border-l-2 pl-3 text-ink-soft text-sm">
            {reason}
          </blockquote>
        ) : null}
        <p className="mt-1 text-ink-faint text-sm">
          {t('askedOn', { date: format.dateTime(new Date(requestedAt), { dateStyle: 'medium' }) })}
        </p>
      </div>
      {onApprove && onRefuse ? (
        <div className="flex gap-2">
          <Button size="small" look="primary" onClick={onApprove} aria-label={t('approveOne', { name: partnerName })}>
            {t('approve')}
          </Button>
          <Button size="small" look="danger" onClick={onRefuse} aria-label={t('refuseOne', { name: partnerName })}>
            {t('refuse')}
          </Button>
        </div>
      ) : null}
    </li>
  )
}
