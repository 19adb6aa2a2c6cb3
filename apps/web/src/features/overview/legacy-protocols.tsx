'use client'

import { useTranslations } from 'use-intl'
import type { OverviewQuery } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { protocolNames } from '../protocols/index.ts'

interface LegacyProtocolsProps {
  readonly counts: NonNullable<OverviewQuery['tenant']>['overview']['legacyProtocols']
  readonly endpoints: number
}

/** How many endpoints still accept each old version. */
export function LegacyProtocols({ counts, endpoints }: LegacyProtocolsProps) {
  const t = useTranslations('overview')
  const on = counts.filter(({ count }) => count > 0)
  return (
    <Card aria-labelledby="legacy">
      <CardHeader id="legacy" title={t('legacy')} note={t('legacyNote')} />
      {on.length === 0 ? (
        <p className="px-5 pb-5 text-ink-soft">{t('legacyNone')}</p>
      ) : (
        <ul className="grid gap-3 px-5 pb-5">
          {on.map(({ version, count }) => (
            <li key={version} className="grid grid-cols-[4.5rem_1fr_auto] items-center gap-3">
              <span className="font-medium">{protocolNames[version]}</span>
              <svg
                aria-hidden="true"
                viewBox="0 0 100 6"
                preserveAspectRatio="none"
                className="h-2 w-full rounded-full bg-unknown-soft"
              >
                <rect width={(100 * count) / Math.max(1, endpoints)} height="6" className="fill-legacy" />
              </svg>
              <span className="text-ink-soft">{t('endpointCount', { count })}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
