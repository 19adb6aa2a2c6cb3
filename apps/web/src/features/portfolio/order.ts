import type { PortfolioCustomerFragment, Verdict } from '../../graphql/generated/graphql.ts'

export const orders = ['worst', 'name', 'date', 'size'] as const
export type Order = (typeof orders)[number]

export const countOf = ({ overview }: PortfolioCustomerFragment, verdict: Verdict): number =>
  overview.verdicts.find((each) => each.verdict === verdict)?.count ?? 0

/** Worst first: most that fail, then most at risk, then the lowest score; those without endpoints last. */
export function sorted(
  customers: readonly PortfolioCustomerFragment[],
  order: Order,
  locale: string,
): PortfolioCustomerFragment[] {
  const byName = (a: PortfolioCustomerFragment, b: PortfolioCustomerFragment) => a.name.localeCompare(b.name, locale)
  const compare: Readonly<Record<Order, typeof byName>> = {
    name: byName,
    worst: (a, b) =>
      countOf(b, 'NOT_READY') - countOf(a, 'NOT_READY') ||
      countOf(b, 'AT_RISK') - countOf(a, 'AT_RISK') ||
      (a.overview.averageScore ?? 101) - (b.overview.averageScore ?? 101),
    date: (a, b) => (a.overview.nextDeadline?.date ?? '9').localeCompare(b.overview.nextDeadline?.date ?? '9'),
    size: (a, b) => b.overview.endpoints - a.overview.endpoints,
  }
  return customers.toSorted((a, b) => compare[order](a, b) || byName(a, b))
}

/** Customers whose name holds every word. */
export function named(customers: readonly PortfolioCustomerFragment[], search: string): PortfolioCustomerFragment[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return customers.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)))
}
