'use client'

import { Check, ChevronRight, CircleHelp, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Card, CardHeader } from '../../ui/card.tsx'
import { protocolNames } from '../protocols/index.ts'
import { clientGroups, type SimulatedClient } from './wish.ts'

/** Which of the known clients would connect today, and which would not. */
export function ClientList({ clients }: { readonly clients: readonly SimulatedClient[] }) {
  const t = useTranslations('whatIf')
  const groups = clientGroups(clients)
  return (
    <Card aria-labelledby="clients">
      <CardHeader id="clients" title={t('clients')} note={t('clientsNote')} />
      <Group
        icon={<X className="size-4.5 text-bad-ink" aria-hidden="true" />}
        title={t('fail', { count: groups.fails.length })}
        clients={groups.fails}
      />
      <Group
        icon={<Check className="size-4.5 text-ready-ink" aria-hidden="true" />}
        title={t('connect', { count: groups.connects.length })}
        clients={groups.connects}
      />
      <Group
        icon={<CircleHelp className="size-4.5" aria-hidden="true" />}
        title={t('unknown', { count: groups.unknown.length })}
        clients={groups.unknown}
      />
    </Card>
  )
}

interface GroupProps {
  readonly icon: ReactNode
  readonly title: string
  readonly clients: readonly SimulatedClient[]
}

function Group({ icon, title, clients }: GroupProps) {
  if (clients.length === 0) return null
  return (
    <details className="group border-line border-t">
      <summary className="flex min-h-11 items-center gap-2.5 px-5 text-ink-soft hover:text-ink focus-visible:-outline-offset-2">
        {icon}
        <span className="flex-1">{title}</span>
        <ChevronRight className="size-4 transition-transform group-open:rotate-90" aria-hidden="true" />
      </summary>
      <ul className="grid gap-1.5 px-5 pt-1 pb-4 text-sm">
        {clients.map((client) => (
          <li key={client.profileId} className="flex flex-wrap justify-between gap-x-4">
            <span>{client.name}</span>
            <span className="text-ink-faint">
              <Outcome client={client} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Outcome({ client: { outcome, version, failure } }: { readonly client: SimulatedClient }) {
  const t = useTranslations('whatIf')
  if (outcome === 'CONNECTS') return version ? protocolNames[version] : null
  return failure ? t(`failures.${failure}`) : null
}
