'use client'

import { useFormatter, useTranslations } from 'use-intl'
import type { DelegationLineFragment } from '../../graphql/generated/graphql.ts'
import { ScopeText } from '../scope/index.ts'

/** What is allowed, of what, and until when, in one line of facts. */
export function DelegationFacts({ delegation }: { readonly delegation: DelegationLineFragment }) {
  const t = useTranslations('partners')
  const people = useTranslations('people')
  const format = useFormatter()
  const { status, role, customRoleName, days, scope, expiresAt, endedAt, decidedAt, requestedAt } = delegation
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium' })
  const end =
    status === 'ACTIVE' && expiresAt
      ? { label: t('facts.until'), value: day(expiresAt) }
      : status === 'REQUESTED'
        ? { label: t('facts.asked'), value: t('askedFor', { date: day(requestedAt), days }) }
        : { label: t(`facts.statuses.${status}`), value: day(endedAt ?? expiresAt ?? decidedAt ?? requestedAt) }
  const facts = [
    { label: t('facts.ceiling'), value: [people(`roleNames.${role}`), customRoleName].filter(Boolean).join(' · ') },
    { label: t('facts.scope'), value: <ScopeText scope={scope} /> },
    end,
    { label: t('facts.extension'), value: delegation.extends ? t('movesOn') : t('isFixed') },
  ]
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-4">
      {facts.map(({ label, value }) => (
        <div key={label} className="min-w-0">
          <dt className="text-ink-faint">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
