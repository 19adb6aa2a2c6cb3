'use client'

import { Handshake } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import { Callout } from '../../ui/callout.tsx'
import { Drawer } from '../../ui/drawer.tsx'
import type { AuditLine } from './audit-table.tsx'
import { differencesOf, type FieldDifference } from './difference.ts'
import { useActionWords } from './use-action-words.ts'
import { whoOf } from './who.ts'

interface EntryDrawerProps {
  readonly line: AuditLine
  readonly onClose: () => void
}

/** Everything that one entry tells. */
export default function EntryDrawer({ line, onClose }: EntryDrawerProps) {
  const t = useTranslations('audit')
  const shell = useTranslations('shell')
  const format = useFormatter()
  const words = useActionWords()
  const { name, email } = whoOf(line.actorName)
  const at = new Date(line.at)
  const fields = differencesOf(line.before, line.after)
  const facts = [
    { id: 'when', value: format.dateTime(at, { dateStyle: 'full', timeStyle: 'medium' }) },
    {
      id: 'who',
      value: line.actorKind === 'SYSTEM' ? t('system') : [name || t('nobody'), email].filter(Boolean).join(', '),
    },
    { id: 'address', value: line.address, mono: true },
    { id: 'subject', value: [line.subjectKind, line.subjectId].filter(Boolean).join(' '), mono: true },
    { id: 'request', value: line.requestId, mono: true },
    { id: 'hash', value: line.hash, mono: true },
  ] as const
  return (
    <Drawer title={words(line.action)} closeLabel={shell('close')} onClose={onClose}>
      <div className="grid gap-6">
        <p className="-mt-2 text-ink-faint text-sm">
          {t('number', { number: line.number })} · <span className="font-mono">{line.action}</span>
        </p>
        {line.partnerId ? (
          <Callout tone="legacy" icon={<Handshake aria-hidden="true" />}>
            {t('onBehalf', { partner: line.partnerName ?? t('partner') })}
          </Callout>
        ) : null}
        {fields.length > 0 ? (
          <section aria-labelledby="entry-fields">
            <h3 id="entry-fields" className="mb-2 font-semibold">
              {t('told')}
            </h3>
            <dl className="divide-y divide-line overflow-hidden rounded-xl border border-line">
              {fields.map((field) => (
                <Difference key={field.name} field={field} />
              ))}
            </dl>
          </section>
        ) : null}
        <dl className="grid gap-3 text-sm">
          {facts.map(({ id, value, ...rest }) =>
            value ? (
              <div key={id}>
                <dt className="text-ink-faint">{t(`facts.${id}`)}</dt>
                <dd className={'mono' in rest ? 'break-all font-mono text-[0.8125rem]' : 'first-letter:uppercase'}>
                  {value}
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
    </Drawer>
  )
}

function Difference({ field: { name, before, after } }: { readonly field: FieldDifference }) {
  const t = useTranslations('audit')
  return (
    <div className="grid gap-1 px-3.5 py-2.5 text-sm">
      <dt className="font-mono text-[0.8125rem] text-ink-faint">{name}</dt>
      {before === undefined ? null : (
        <dd className="flex gap-2 whitespace-pre-wrap break-words rounded-md bg-bad-soft px-2 py-1 text-bad-ink">
          <span aria-hidden="true">{'−'}</span>
          <span className="sr-only">{t('before')}</span>
          <span className="min-w-0 break-words">{before || '–'}</span>
        </dd>
      )}
      {after === undefined ? null : (
        <dd className="flex gap-2 whitespace-pre-wrap break-words rounded-md bg-ready-soft px-2 py-1 text-ready-ink">
          <span aria-hidden="true">{'+'}</span>
          <span className="sr-only">{t('after')}</span>
          <span className="min-w-0 break-words">{after || '–'}</span>
        </dd>
      )}
    </div>
  )
}
