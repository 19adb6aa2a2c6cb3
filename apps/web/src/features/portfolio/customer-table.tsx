'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'use-intl'
import type { PortfolioCustomerFragment } from '../../graphql/generated/graphql.ts'
import { classes } from '../../ui/classes.ts'
import { countOf } from './order.ts'
import { VerdictShares } from './verdict-shares.tsx'

interface CustomerTableProps {
  readonly customers: readonly PortfolioCustomerFragment[]
}

/** A table on wide screens, cards on narrow ones; the roles are written out because CSS display would lose them. */
export function CustomerTable({ customers }: CustomerTableProps) {
  const t = useTranslations('portfolio')
  return (
    // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
    <table role="table" aria-label={t('title')} className="block w-full md:table">
      {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
      <thead role="rowgroup" className="hidden md:table-header-group">
        {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
        <tr role="row" className="border-line border-b text-left text-ink-faint text-sm">
          {columns.map(({ id, isNumber }) => (
            <th
              key={id}
              scope="col"
              className={classes('px-3 py-2 font-medium first:pl-4 last:pr-4', isNumber && 'text-right')}
            >
              {t(`columns.${id}`)}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display */}
      <tbody role="rowgroup" className="block md:table-row-group">
        {customers.map((customer) => (
          <Row key={customer.id} customer={customer} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ customer }: { readonly customer: PortfolioCustomerFragment }) {
  const t = useTranslations('portfolio')
  const format = useFormatter()
  const { name, slug, overview } = customer
  const { nextDeadline: next } = overview
  const numbers = [
    { id: 'notReady', value: countOf(customer, 'NOT_READY'), loud: 'text-bad-ink font-medium' },
    { id: 'atRisk', value: countOf(customer, 'AT_RISK'), loud: 'text-risk-ink font-medium' },
    { id: 'endpoints', value: overview.endpoints, loud: '' },
    { id: 'score', value: overview.averageScore, loud: '' },
  ] as const
  return (
    <tr
      // biome-ignore lint/a11y/noRedundantRoles: kept when CSS changes the display
      role="row"
      className="relative grid grid-cols-4 gap-x-3 gap-y-2 border-line border-b px-4 py-3.5 transition-colors last:border-b-0 hover:bg-hover md:table-row md:px-0"
    >
      <th
        scope="row"
        className="col-span-4 text-left font-medium md:max-w-0 md:truncate md:py-3 md:pr-3 md:pl-4 md:w-[28%]"
      >
        <Link
          href={`/t/${slug}`}
          className="after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {name}
        </Link>
      </th>
      <td className="col-span-4 md:w-[24%] md:px-3 md:py-3">
        <VerdictShares verdicts={overview.verdicts} unscanned={overview.unscanned} className="block" />
      </td>
      {numbers.map(({ id, value, loud }) => (
        <td key={id} className="md:px-3 md:py-3 md:text-right">
          <span className="block text-ink-faint text-xs md:hidden" aria-hidden="true">
            {t(`columns.${id}`)}
          </span>
          <span className={value === null || value === 0 ? 'text-ink-faint' : loud}>
            {value === null ? '–' : format.number(value)}
          </span>
        </td>
      ))}
      <td className="col-span-4 whitespace-nowrap text-ink-soft text-sm md:py-3 md:pr-4 md:pl-3 md:text-right">
        {next ? (
          <>
            <span className="md:hidden" aria-hidden="true">
              {t('columns.next')}:{' '}
            </span>
            {format.dateTime(new Date(next.date), { dateStyle: 'medium', timeZone: 'UTC' })}
          </>
        ) : (
          <span className="text-ink-faint">–</span>
        )}
      </td>
    </tr>
  )
}

const columns = [
  { id: 'customer', isNumber: false },
  { id: 'shares', isNumber: false },
  { id: 'notReady', isNumber: true },
  { id: 'atRisk', isNumber: true },
  { id: 'endpoints', isNumber: true },
  { id: 'score', isNumber: true },
  { id: 'next', isNumber: true },
] as const
