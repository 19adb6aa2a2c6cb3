'use client'

import { Ban, RefreshCw } from 'lucide-react'
import { useFormatter, useTranslations } from 'use-intl'
import type { ApiKeyLineFragment } from '../../graphql/generated/graphql.ts'
import { useAgo } from '../../i18n/use-ago.ts'
import { Button } from '../../ui/button.tsx'
import { Pill, type Tone } from '../../ui/pill.tsx'
import { ScopeText } from '../scope/index.ts'
import type { KeyState } from './key-state.ts'
import { ScopeWords } from './scope-words.tsx'

interface KeyLineProps {
  readonly apiKey: ApiKeyLineFragment
  readonly state: KeyState
  readonly onRotate?: () => void
  readonly onRevoke?: () => void
}

export function KeyLine({ apiKey, state, onRotate, onRevoke }: KeyLineProps) {
  const t = useTranslations('keys')
  const format = useFormatter()
  const ago = useAgo()
  const { name, prefix, ipRanges, lastUsedAt } = apiKey
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'medium' })
  const facts = [
    { id: 'may', value: <ScopeWords scopes={apiKey.scopes} /> },
    { id: 'scope', value: <ScopeText scope={apiKey.scope} /> },
    { id: 'lastUsed', value: lastUsedAt ? ago(new Date(lastUsedAt)) : t('neverUsed') },
    {
      id: state === 'LIVE' || state === 'ENDING' ? 'ends' : 'ended',
      value: day(apiKey.revokedAt ?? apiKey.expiresAt),
    },
    {
      id: 'from',
      value: ipRanges.length > 0 ? <span className="font-mono">{ipRanges.join(', ')}</span> : t('anywhere'),
    },
    { id: 'owner', value: apiKey.makerName ?? '–' },
  ] as const
  return (
    <li className="grid gap-3 px-5 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <p className="flex flex-wrap items-center gap-2">
            <span className="break-words font-medium">{name}</span>
            {state === 'LIVE' ? null : <Pill tone={tones[state]}>{t(`states.${state}`)}</Pill>}
          </p>
          <p className="truncate font-mono text-[0.8125rem] text-ink-faint">
            {prefix}
            {'…'}
          </p>
        </div>
        {onRotate && onRevoke ? (
          <div className="flex gap-2">
            <Button
              size="small"
              icon={<RefreshCw aria-hidden="true" />}
              onClick={onRotate}
              aria-label={t('rotateOne', { name })}
            >
              {t('rotate')}
            </Button>
            <Button
              size="small"
              look="danger"
              icon={<Ban aria-hidden="true" />}
              onClick={onRevoke}
              aria-label={t('revokeOne', { name })}
            >
              {t('revoke')}
            </Button>
          </div>
        ) : null}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-2 text-sm sm:grid-cols-3">
        {facts.map(({ id, value }) => (
          <div key={id} className="min-w-0">
            <dt className="text-ink-faint">{t(`facts.${id}`)}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

const tones = { LIVE: 'ready', ENDING: 'risk', OVER: 'unknown', REVOKED: 'unknown' } as const satisfies Record<
  KeyState,
  Tone
>
