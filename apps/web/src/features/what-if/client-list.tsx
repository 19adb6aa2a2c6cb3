'use client'

import { type ProfileResult, profileName } from '@sundown/core/clients'
import type { Facts } from '@sundown/core/facts'
import { Check, ChevronRight, CircleHelp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useLanguage } from '../../i18n/use-language.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { spokenProtocol } from '../protocols/index.ts'
import { clientGroups } from './answer.ts'

/** Which of the known clients would connect today, and which would not. */
export function ClientList({ facts }: { readonly facts: Facts }) {
  const t = useTranslations('whatIf')
  const groups = useMemo(() => clientGroups(facts), [facts])
  return (
    <Card aria-labelledby="clients">
      <CardHeader id="clients" title={t('clients')} note={t('clientsNote')} />
      <Group
        icon={<X className="size-4.5 text-bad-ink" aria-hidden="true" />}
        title={t('fail', { count: groups.fails.length })}
        results={groups.fails}
      />
      <Group
        icon={<Check className="size-4.5 text-ready-ink" aria-hidden="true" />}
        title={t('connect', { count: groups.connects.length })}
        results={groups.connects}
      />
      <Group
        icon={<CircleHelp className="size-4.5" aria-hidden="true" />}
        title={t('unknown', { count: groups.unknown.length })}
        results={groups.unknown}
      />
    </Card>
  )
}

interface GroupProps {
  readonly icon: ReactNode
  readonly title: string
  readonly results: readonly ProfileResult[]
}

function Group({ icon, title, results }: GroupProps) {
  const locale = useLanguage()
  if (results.length === 0) return null
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-11 items-center gap-2.5 px-5 text-ink-soft hover:text-ink focus-visible:-outline-offset-2">
        {icon}
        <span className="flex-1">{title}</span>
        <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden="true" />
      </summary>
      <ul className="grid gap-1.5 px-5 pt-1 pb-4 text-sm">
        {results.map((result) => (
          <li key={result.profile.id} className="flex flex-wrap justify-between gap-x-4">
            <span>{profileName(result.profile, locale)}</span>
            <span className="text-ink-faint">
              <Outcome result={result} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Outcome({ result: { simulation } }: { readonly result: ProfileResult }) {
  const t = useTranslations('whatIf')
  if (simulation.outcome === 'connects') return spokenProtocol(simulation.version)
  if (simulation.outcome === 'fails') return t(`failures.${simulation.reason}`)
  return null
}
