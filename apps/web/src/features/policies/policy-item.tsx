'use client'

import { Check, ExternalLink, PenLine, Scale } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { PolicyCardFactsFragment } from '../../graphql/generated/graphql.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Pill } from '../../ui/pill.tsx'
import type { PolicySource } from './policy-words.ts'

interface PolicyItemProps {
  readonly policy: PolicyCardFactsFragment
  readonly current: boolean
  readonly sources: readonly PolicySource[]
  /** Title of the policy that this one stands on; null for those that ship. */
  readonly baseTitle: string | null
  /** Null where the reader may not choose. */
  readonly actions: { readonly onChoose: () => void; readonly writePath: string } | null
}

/** One policy: what it is for, where it comes from, and since when it reads so. */
export function PolicyItem({ policy, current, sources, baseTitle, actions }: PolicyItemProps) {
  const t = useTranslations('policies')
  const sureness = useTranslations('deadlines.surenesses')
  const purpose = `purposes.${policy.name}` as 'purposes.rfc9325'
  return (
    <Card aria-label={policy.title} className="flex flex-col p-5">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="break-words font-semibold tracking-tight">{policy.title}</h3>
        {current ? (
          <Pill tone="ready" icon={<Check aria-hidden="true" />}>
            {t('current')}
          </Pill>
        ) : null}
      </div>
      <p className="mt-1.5 max-w-prose text-ink-soft">
        {baseTitle ? t('standsOn', { policy: baseTitle }) : t.has(purpose) ? t(purpose) : null}
      </p>
      <p className="mt-3 text-ink-faint text-sm">{t('version', { version: policy.version })}</p>
      {sources.length > 0 ? (
        <ul aria-label={t('sources')} className="mt-1 grid gap-1 text-ink-faint text-sm">
          {sources.map(({ title, date, url, sureness: level }) => (
            <li key={title}>
              {url ? (
                <a
                  href={url}
                  rel="noreferrer noopener"
                  target="_blank"
                  className="inline-flex items-center gap-1 text-link underline underline-offset-4"
                >
                  {title}
                  <ExternalLink className="size-3.5 shrink-0" aria-hidden="true" />
                </a>
              ) : (
                title
              )}
              {' · '}
              {[date, sureness(level)].filter(Boolean).join(' · ')}
            </li>
          ))}
        </ul>
      ) : null}
      {actions ? (
        <div className="mt-auto flex flex-wrap gap-2 pt-4">
          {current ? null : (
            <Button
              size="small"
              aria-label={`${t('preview')}: ${policy.title}`}
              icon={<Scale aria-hidden="true" />}
              onClick={actions.onChoose}
            >
              {t('preview')}
            </Button>
          )}
          <ButtonLink
            size="small"
            look="quiet"
            aria-label={`${baseTitle ? t('change') : t('writeOn')}: ${policy.title}`}
            href={actions.writePath}
            icon={<PenLine aria-hidden="true" />}
          >
            {baseTitle ? t('change') : t('writeOn')}
          </ButtonLink>
        </div>
      ) : null}
    </Card>
  )
}
