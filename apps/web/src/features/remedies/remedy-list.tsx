'use client'

import { goalsOf, type Remedy, remediesFor, stackName, stackNames } from '@sundown/core/remediation'
import { BadgeCheck, ChevronRight } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { Stack } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/use-language.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { useStack } from './stack-choice.tsx'

interface RemedyListProps {
  readonly endpointId: string
  readonly told: Stack | null
  readonly resultId: string
  readonly ruleId: string
}

/** The exact commands that put one finding right on the chosen stack. */
export default function RemedyList({ endpointId, told, resultId, ruleId }: RemedyListProps) {
  const t = useTranslations('remedies')
  const { stack } = useStack(endpointId, told, resultId)
  if (goalsOf(ruleId).length === 0) return null
  if (stack === null) return <p className="mt-2 text-ink-faint text-sm">{t('choose')}</p>
  const remedies = remediesFor(ruleId, stack)
  if (remedies.length === 0)
    return <p className="mt-2 text-ink-faint text-sm">{t('none', { stack: stackNames[stack] })}</p>
  return (
    <div className="mt-3 grid grid-cols-[minmax(0,1fr)] gap-2">
      {remedies.map((remedy) => (
        <RemedyItem key={remedy.id} remedy={remedy} />
      ))}
    </div>
  )
}

function RemedyItem({ remedy }: { readonly remedy: Remedy }) {
  const t = useTranslations('remedies')
  const language = useLanguage()
  return (
    <details className="group rounded-lg border border-line bg-surface">
      <summary className="flex min-h-11 items-center gap-2.5 rounded-lg px-3.5 py-2 text-sm hover:bg-hover">
        <span className="flex-1">
          <span className="font-medium">{remedy.title[language]}</span>{' '}
          <span className="text-ink-faint">{stackName(remedy.stack, language)}</span>
        </span>
        <ChevronRight
          className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
          aria-hidden="true"
        />
      </summary>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t px-3.5 py-3.5">
        <Command title={t('set')} text={remedy.set} />
        <Command title={t('check')} text={remedy.check} />
        <Command title={t('rollBack')} text={remedy.rollBack} />
        <div className="max-w-prose text-sm">
          <h5 className="font-medium">{t('mayBreak')}</h5>
          <p className="text-ink-soft">{remedy.mayBreak[language]}</p>
          <p className="mt-1 text-ink-soft">{t(`restarts.${remedy.restart}`)}</p>
          <p className="mt-2 flex flex-wrap items-center gap-x-3 text-ink-faint">
            {remedy.tested ? (
              <span className="inline-flex items-center gap-1.5">
                <BadgeCheck className="size-4 text-ready-ink" aria-hidden="true" />
                {t('tested')}
              </span>
            ) : null}
            <span>{t('source', { source: remedy.source })}</span>
          </p>
        </div>
      </div>
    </details>
  )
}

function Command({ title, text }: { readonly title: string; readonly text: string }) {
  const t = useTranslations('report')
  return (
    <div>
      <div className="mb-1.5 flex items-center justify-between gap-3">
        <h5 className="font-medium text-sm">{title}</h5>
        <CopyButton text={text} label={t('copy')} copiedLabel={t('copied')} />
      </div>
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className="overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2.5 font-mono text-[0.8125rem] leading-relaxed"
      >
        <code>{text}</code>
      </pre>
    </div>
  )
}
