'use client'

import { CircleCheck } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { VerdictPill } from '../verdicts/index.ts'

interface AttentionProps {
  readonly base: string
  readonly endpoints: readonly EndpointRowFragment[]
  readonly total: number
}

/** What to do next: the endpoints that break first. */
export function Attention({ base, endpoints, total }: AttentionProps) {
  const t = useTranslations('overview')
  return (
    <Card aria-labelledby="attention">
      <CardHeader
        id="attention"
        title={t('attention')}
        note={t('attentionNote')}
        action={
          total > endpoints.length ? (
            <Link
              href={`${base}/endpoints?verdict=NOT_READY,AT_RISK&sort=SCORE`}
              className="text-link text-sm underline underline-offset-4"
            >
              {t('showAll', { count: total })}
            </Link>
          ) : null
        }
      />
      {endpoints.length === 0 ? (
        <p className="flex items-center gap-2.5 px-5 pb-5 text-ink-soft">
          <CircleCheck className="size-5 text-ready-ink" aria-hidden="true" />
          {t('attentionNone')}
        </p>
      ) : (
        <ol className="pb-2">
          {endpoints.map((endpoint) => (
            <li key={endpoint.id} className="border-line border-t">
              <Link
                href={`${base}/endpoints/${encodeURIComponent(endpoint.id)}`}
                className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5 transition-colors hover:bg-hover focus-visible:-outline-offset-2"
              >
                <span className="min-w-0 flex-1 basis-52">
                  {endpoint.label ? <span className="block truncate font-medium">{endpoint.label}</span> : null}
                  <span className="block truncate font-mono text-ink-soft text-sm">{endpoint.address}</span>
                </span>
                <VerdictPill verdict={endpoint.verdict} />
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  )
}
