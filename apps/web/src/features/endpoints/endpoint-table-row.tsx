'use client'

import { Radar, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { useAgo } from '../../i18n/use-ago.ts'
import { IconButton } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { ScanProgress } from '../scans/index.ts'
import { VerdictPill } from '../verdicts/index.ts'
import type { RowActions } from './row-actions.ts'

interface EndpointTableRowProps {
  readonly base: string
  readonly endpoint: EndpointRowFragment
  readonly selected: boolean
  readonly onToggle: () => void
  readonly actions: RowActions | null
}

export function EndpointTableRow({ base, endpoint, selected, onToggle, actions }: EndpointTableRowProps) {
  const t = useTranslations('endpoints')
  const { address } = endpoint
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
      role="row"
      data-selected={selected || undefined}
      className="group grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1.5 border-line border-b px-3 py-3 transition-colors last:border-b-0 hover:bg-hover data-selected:bg-accent-soft md:table-row md:px-0 md:py-0"
    >
      {actions ? (
        <td className="md:w-12 md:py-2.5 md:pl-4">
          <input
            type="checkbox"
            aria-label={t('select', { address })}
            checked={selected}
            onChange={onToggle}
            className="block size-5 accent-accent md:size-4.5"
          />
        </td>
      ) : null}
      <th scope="row" className="col-start-2 min-w-0 text-left font-normal md:max-w-0 md:px-3 md:py-2.5 xl:w-[44%]">
        <Link
          href={`${base}/endpoints/${encodeURIComponent(endpoint.id)}`}
          className={classes(
            'block truncate rounded font-medium hover:underline',
            !endpoint.label && 'font-mono text-sm',
          )}
        >
          {endpoint.label ?? address}
        </Link>
        <EndpointSubline endpoint={endpoint} />
      </th>
      <td className="col-span-2 col-start-2 md:px-3 md:py-2.5">
        <VerdictPill verdict={endpoint.verdict} />
      </td>
      <td className="hidden text-right font-medium md:table-cell md:px-3 md:py-2.5">
        {endpoint.score ?? <span className="text-ink-faint">–</span>}
      </td>
      <td className="hidden text-ink-soft text-sm md:table-cell md:px-3 md:py-2.5">
        {t(`roles.${endpoint.role}.name`)}
      </td>
      <td className="col-span-2 col-start-2 text-ink-soft text-sm md:px-3 md:py-2.5">
        <LastScan endpoint={endpoint} />
      </td>
      {actions ? (
        <td className="col-start-3 row-start-1 md:w-24 md:py-1.5 md:pr-3">
          <div className="flex justify-end">
            <IconButton
              label={t('scanOne', { address })}
              disabled={Boolean(endpoint.activeScan)}
              onClick={() => actions.onScan(endpoint)}
            >
              <Radar aria-hidden="true" />
            </IconButton>
            <IconButton danger label={t('deleteOne', { address })} onClick={() => actions.onDelete(endpoint)}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
        </td>
      ) : null}
    </tr>
  )
}

function EndpointSubline({ endpoint }: { readonly endpoint: EndpointRowFragment }) {
  const t = useTranslations('endpoints')
  const { address, label, serverName, starttls, tags } = endpoint
  const parts = [
    starttls ? t(`starttlsKinds.${starttls}`) : null,
    serverName && !address.startsWith(`${serverName}:`) ? t('asName', { name: serverName }) : null,
    ...tags,
  ].filter(Boolean)
  if (!label && parts.length === 0) return null
  return (
    <span className="block truncate text-ink-faint text-sm">
      {label ? <span className="mr-2 font-mono text-[0.8125rem]">{address}</span> : null}
      {parts.join(' · ')}
    </span>
  )
}

function LastScan({ endpoint }: { readonly endpoint: EndpointRowFragment }) {
  const t = useTranslations('endpoints')
  const format = useFormatter()
  const ago = useAgo()
  const { activeScan, lastScan: scan } = endpoint
  if (activeScan) return <ScanProgress scan={activeScan} address={endpoint.address} />
  if (!scan) return <span className="text-ink-faint">{t('never')}</span>
  const at = new Date(scan.finishedAt ?? scan.requestedAt)
  return (
    <time
      dateTime={at.toISOString()}
      title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
      className="whitespace-nowrap"
    >
      {ago(at)}
    </time>
  )
}
