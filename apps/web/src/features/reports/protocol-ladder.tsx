'use client'

import { Check, ChevronRight, CircleHelp, Minus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ProtocolRungFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import { Pill, type Tone } from '../../ui/pill.tsx'
import { isLegacy, protocolNames } from '../protocols/index.ts'
import { EvidenceList } from './evidence-list.tsx'

/** Every version from SSL 2.0 to TLS 1.3: offered, not offered, or could not tell, each with its evidence. */
export function ProtocolLadder({ protocols }: { readonly protocols: readonly ProtocolRungFragment[] }) {
  const t = useTranslations('report')
  return (
    <Card aria-labelledby="protocols">
      <CardHeader id="protocols" title={t('protocols')} note={t('protocolsNote')} />
      <ol className="pb-2">
        {protocols.toReversed().map((protocol) => (
          <Rung key={protocol.version} protocol={protocol} />
        ))}
      </ol>
    </Card>
  )
}

function Rung({ protocol }: { readonly protocol: ProtocolRungFragment }) {
  if (protocol.evidence.length === 0) {
    return (
      <li className="border-line border-t px-5 py-2.5">
        <RungLine protocol={protocol} />
      </li>
    )
  }
  return (
    <li className="border-line border-t">
      <details className="group">
        <summary className="flex items-center gap-2 px-5 py-2.5 hover:bg-hover focus-visible:-outline-offset-2">
          <RungLine protocol={protocol} />
          <ChevronRight
            className="size-4 shrink-0 text-ink-faint transition-transform group-open:rotate-90"
            aria-hidden="true"
          />
        </summary>
        <EvidenceList evidence={protocol.evidence} />
      </details>
    </li>
  )
}

function RungLine({ protocol }: { readonly protocol: ProtocolRungFragment }) {
  const t = useTranslations('report')
  const reasons = useTranslations('reasons')
  const state = stateOf(protocol)
  const { Icon, tone } = looks[state]
  return (
    <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
      <span className={classes('w-16 font-medium', protocol.offered ? 'text-ink' : 'text-ink-soft')}>
        {protocolNames[protocol.version]}
      </span>
      <Pill tone={tone} icon={<Icon aria-hidden="true" />}>
        {t(`rungs.${state}`)}
      </Pill>
      {protocol.cipherSuites.length > 0 ? (
        <span className="text-ink-faint text-sm">{t('suiteCount', { count: protocol.cipherSuites.length })}</span>
      ) : null}
      {protocol.offered === null && protocol.reason ? (
        <span className="basis-full text-ink-soft text-sm">{reasons(protocol.reason)}</span>
      ) : null}
    </span>
  )
}

type RungState = 'on' | 'legacyOn' | 'off' | 'missing' | 'unknown'

function stateOf({ version, offered }: ProtocolRungFragment): RungState {
  if (offered === null || offered === undefined) return 'unknown'
  if (offered) return isLegacy(version) ? 'legacyOn' : 'on'
  return version === 'TLS_1_2' ? 'missing' : 'off'
}

const looks: Readonly<Record<RungState, { readonly Icon: typeof Check; readonly tone: Tone }>> = {
  on: { Icon: Check, tone: 'ready' },
  legacyOn: { Icon: Check, tone: 'legacy' },
  off: { Icon: Minus, tone: 'unknown' },
  missing: { Icon: X, tone: 'bad' },
  unknown: { Icon: CircleHelp, tone: 'unknown' },
}
