'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ProtocolRungFragment } from '../../graphql/generated/graphql.ts'

interface EvidenceListProps {
  readonly evidence: ProtocolRungFragment['evidence']
  readonly of: string
}

/** What was sent and what came back first: the reader need not believe, but can check. */
export function EvidenceList({ evidence, of }: EvidenceListProps) {
  const t = useTranslations('report')
  if (evidence.length === 0) return null
  return (
    <details className="group mt-1 text-sm">
      <summary
        aria-label={t('evidenceOf', { name: of })}
        className="inline-flex min-h-6 items-center gap-1 rounded text-ink-faint hover:text-ink"
      >
        <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden="true" />
        {t('evidence')}
      </summary>
      <dl className="mt-1.5 mb-2 grid gap-2">
        {evidence.map(({ shape, answer, bytes }) => (
          <div key={`${shape} ${answer} ${bytes}`} className="rounded-lg bg-sunken px-3 py-2">
            <dt className="text-ink-faint text-xs">{t('sent', { shape })}</dt>
            <dd className="break-words font-mono text-[0.8125rem]">{answer}</dd>
            {bytes ? <dd className="break-all font-mono text-ink-faint text-xs">{bytes}</dd> : null}
          </div>
        ))}
      </dl>
    </details>
  )
}
