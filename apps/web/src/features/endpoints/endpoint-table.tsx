'use client'

import { useTranslations } from 'use-intl'
import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { EndpointTableRow } from './endpoint-table-row.tsx'
import type { RowActions } from './row-actions.ts'

interface EndpointTableProps {
  readonly base: string
  readonly endpoints: readonly EndpointRowFragment[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (ids: ReadonlySet<string>) => void
  /** Null where the viewer may only read. */
  readonly actions: RowActions | null
}

/** A table on wide screens, cards on narrow ones; the roles are written out because CSS display would lose them. */
export function EndpointTable({ base, endpoints, selected, onSelect, actions }: EndpointTableProps) {
  const t = useTranslations('endpoints')
  const all = endpoints.length > 0 && endpoints.every(({ id }) => selected.has(id))
  const toggle = (id: string) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    onSelect(next)
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
    <table role="table" aria-label={t('title')} className="block w-full md:table">
      {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
      <thead role="rowgroup" className="hidden md:table-header-group">
        {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
        <tr role="row" className="border-line border-b text-left text-ink-faint text-sm">
          {actions ? (
            <th scope="col" className="w-12 py-2 pl-4">
              <input
                type="checkbox"
                aria-label={t('selectAll')}
                checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(endpoints.map(({ id }) => id)))}
                className="block size-4.5 accent-accent"
              />
            </th>
          ) : null}
          <th scope="col" className="px-3 py-2 font-medium">
            {t('columns.endpoint')}
          </th>
          <th scope="col" className="px-3 py-2 font-medium">
            {t('columns.verdict')}
          </th>
          <th scope="col" className="px-3 py-2 text-right font-medium">
            {t('columns.score')}
          </th>
          <th scope="col" className="px-3 py-2 font-medium">
            {t('columns.role')}
          </th>
          <th scope="col" className="px-3 py-2 font-medium">
            {t('columns.lastScan')}
          </th>
          {actions ? (
            <th scope="col" className="w-24 py-2 pr-3">
              <span className="sr-only">{t('columns.actions')}</span>
            </th>
          ) : null}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
      <tbody role="rowgroup" className="block md:table-row-group">
        {endpoints.map((endpoint) => (
          <EndpointTableRow
            key={endpoint.id}
            base={base}
            endpoint={endpoint}
            selected={selected.has(endpoint.id)}
            onToggle={() => toggle(endpoint.id)}
            actions={actions}
          />
        ))}
      </tbody>
    </table>
  )
}
