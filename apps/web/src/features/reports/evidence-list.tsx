'use client'

import { useTranslations } from 'use-intl'
import type { ProtocolRungFragment } from '../../graphql/generated/graphql.ts'

/** What was sent and what came back first: the reader need not believe, but can check. */
export function EvidenceList({ evidence }: { readonly evidence: ProtocolRungFragment['evidence'] }) {
  const t = useTranslations('report')
  return (
    <dl className="grid gap-2 px-5 pb-3">
      {evidence.map(({ shape, answer, bytes }) => (
        <div key={`${shape} ${answer} ${bytes}`} className="rounded-lg bg-sunken px-3 py-2">
          <dt className="text-ink-faint text-xs">{t('sent', { shape })}</dt>
          <dd className="break-words font-mono text-[0.8125rem]">{answer}</dd>
          {bytes ? <dd className="break-all font-mono text-ink-faint text-xs">{bytes}</dd> : null}
        </div>
      ))}
    </dl>
  )
}
