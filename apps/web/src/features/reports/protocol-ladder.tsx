'use client'

import { Check, CircleHelp, Minus, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { ProtocolRungFragment } from '../../graphql/generated/graphql.ts'
import { Card, CardHeader } from '../../ui/card.tsx'
import { classes } from '../../ui/classes.ts'
import { type Tone, toneClasses } from '../../ui/pill.tsx'
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
  const t = useTranslations('report')
  const reasons = useTranslations('reasons')
  const state = stateOf(protocol)
  const { Icon, tone } = looks[state]
  return (
    <li className="grid grid-cols-[4.75rem_minmax(0,1fr)] items-start gap-x-3 border-line border-t px-5 py-2.5">
      <span className={classes('pt-0.5 font-medium', protocol.offered ? 'text-ink' : 'text-ink-soft')}>
        {protocolNames[protocol.version]}
      </span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span
            className={classes(
              'inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 font-medium text-sm',
              toneClasses[tone],
            )}
          >
            <Icon className="size-4" aria-hidden="true" />
            {t(`rungs.${state}`)}
          </span>
          {protocol.offered === null && protocol.reason ? (
            <span className="text-ink-soft text-sm">{reasons(protocol.reason)}</span>
          ) : null}
          {protocol.cipherSuites.length > 0 ? (
            <span className="text-ink-faint text-sm">{t('suiteCount', { count: protocol.cipherSuites.length })}</span>
          ) : null}
        </p>
        <EvidenceList evidence={protocol.evidence} of={protocolNames[protocol.version]} />
      </div>
    </li>
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
