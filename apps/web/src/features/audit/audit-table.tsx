'use client'

import { Bot, Eye, Handshake } from 'lucide-react'
import { Fragment } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import type { AuditLineFragment } from '../../graphql/generated/graphql.ts'
import { Pill } from '../../ui/pill.tsx'
import { subjectOf } from './subject.ts'
import { useActionWords } from './use-action-words.ts'
import { whoOf } from './who.ts'

export type AuditLine = AuditLineFragment

interface AuditTableProps {
  readonly lines: readonly AuditLine[]
  readonly onOpen: (line: AuditLine) => void
}

/** Newest first, under the day that it happened on; the whole row opens its entry. */
export function AuditTable({ lines, onOpen }: AuditTableProps) {
  const t = useTranslations('audit')
  const format = useFormatter()
  const dayOf = (line: AuditLine) => format.dateTime(new Date(line.at), { dateStyle: 'full' })
  return (
    // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
    <table role="table" aria-label={t('title')} className="block w-full text-sm md:table md:table-fixed">
      <colgroup className="hidden md:table-column-group">
        <col className="w-[4.75rem]" />
        <col />
        <col className="w-[36%]" />
      </colgroup>
      {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
      <thead role="rowgroup" className="sr-only">
        {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
        <tr role="row">
          {columns.map((id) => (
            <th key={id} scope="col">
              {t(`columns.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
      <tbody role="rowgroup" className="block md:table-row-group">
        {lines.map((line, index) => {
          const day = dayOf(line)
          const previous = lines[index - 1]
          return (
            <Fragment key={line.number}>
              {previous && dayOf(previous) === day ? null : (
                // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
                <tr role="row" className="block md:table-row">
                  <th
                    scope="rowgroup"
                    colSpan={columns.length}
                    className="block border-line border-b bg-sunken px-4 py-1.5 text-left font-medium text-ink-soft first-letter:uppercase md:table-cell"
                  >
                    {day}
                  </th>
                </tr>
              )}
              <Row line={line} onOpen={() => onOpen(line)} />
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function Row({ line, onOpen }: { readonly line: AuditLine; readonly onOpen: () => void }) {
  const t = useTranslations('audit')
  const format = useFormatter()
  const words = useActionWords()
  const at = new Date(line.at)
  const isLook = line.action.startsWith('read ')
  const subject = subjectOf(line)
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
      role="row"
      className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 border-line border-b px-4 py-2.5 transition-colors last:border-b-0 hover:bg-hover md:table-row md:px-0"
    >
      <td className="col-start-2 row-start-1 text-ink-faint md:py-2 md:pl-4 md:align-top">
        <time dateTime={at.toISOString()}>{format.dateTime(at, { timeStyle: 'short' })}</time>
      </td>
      <td className="col-start-1 row-start-1 min-w-0 md:py-2 md:pr-3 md:align-top">
        <button
          type="button"
          onClick={onOpen}
          aria-label={t('open', { number: String(line.number), what: words(line.action) })}
          className="max-w-full text-left font-medium after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          <span className="inline-flex max-w-full items-center gap-1.5">
            {isLook ? <Eye aria-hidden="true" className="size-4 shrink-0 text-ink-faint" /> : null}
            <span className="truncate">{words(line.action)}</span>
          </span>
        </button>
        {subject ? <span className="block truncate text-ink-soft">{subject}</span> : null}
      </td>
      <td className="col-span-2 min-w-0 text-ink-soft md:py-2 md:pr-4 md:align-top">
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
          {line.actorKind === 'USER' ? null : <Bot aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />}
          <span className="min-w-0 truncate">
            {line.actorKind === 'SYSTEM' ? t('system') : whoOf(line.actorName).name || t('nobody')}
          </span>
          {line.partnerId ? (
            <Pill tone="legacy" icon={<Handshake aria-hidden="true" />}>
              {line.partnerName ?? t('partner')}
            </Pill>
          ) : null}
        </span>
      </td>
    </tr>
  )
}

const columns = ['time', 'what', 'who'] as const
