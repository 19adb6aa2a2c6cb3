'use client'

import { CircleX } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import type { FindingFactsFragment, Severity } from '../../graphql/generated/graphql.ts'
import { Pill, type Tone, toneInk } from '../../ui/pill.tsx'

interface FindingItemProps {
  readonly finding: FindingFactsFragment
  /** The commands for this finding. */
  readonly remedies: ReactNode
}

export function FindingItem({ finding, remedies }: FindingItemProps) {
  const t = useTranslations('report')
  // What is said for one product comes with its commands, below.
  const advice = finding.fix.filter(({ stack }) => stack === null)
  return (
    <article className="px-5 py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
        <h3 className="flex min-w-0 flex-1 basis-64 gap-2 font-medium">
          <CircleX className={`mt-0.5 size-5 shrink-0 ${toneInk[tones[finding.severity]]}`} aria-hidden="true" />
          <span>
            <span className="sr-only">{t('notMet')} </span>
            {finding.title}
          </span>
        </h3>
        <p className="flex items-center gap-3">
          {finding.cost > 0 ? (
            <span className="text-ink-faint text-sm">{t('cost', { points: finding.cost })}</span>
          ) : null}
          <Pill tone={tones[finding.severity]}>{t(`severities.${finding.severity}`)}</Pill>
        </p>
      </div>
      <p className="mt-1 max-w-prose">{finding.detail}</p>
      <p className="mt-1 max-w-prose text-ink-soft text-sm">{finding.why}</p>
      {finding.fix.length > 0 ? (
        <div className="mt-3 rounded-lg border border-line bg-sunken p-4">
          <h4 className="mb-2 font-medium text-sm">{t('fix')}</h4>
          {advice.map(({ text }) => (
            <p key={text} className="mt-1 max-w-prose text-sm">
              {text}
            </p>
          ))}
          {remedies}
        </div>
      ) : null}
    </article>
  )
}

const tones: Readonly<Record<Severity, Tone>> = {
  CRITICAL: 'bad',
  HIGH: 'bad',
  MEDIUM: 'risk',
  LOW: 'legacy',
  INFO: 'unknown',
}
