'use client'

import { useQuery } from '@tanstack/react-query'
import { execute } from '../../graphql/execute.ts'
import {
  type PortfolioCustomerFragment,
  PortfolioDocument,
  PortfolioMoreDocument,
  type PortfolioMoreQuery,
} from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'

/** The portfolio, and every customer in it: those behind the first hundred come after. */
export function usePortfolio(slug: string) {
  const first = useQuery(documentQuery(PortfolioDocument, { slug }))
  const page = first.data?.tenant?.portfolio?.customers
  const start = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  const rest = useQuery({
    queryKey: ['Portfolio', 'rest', slug, start],
    queryFn: () => customersBehind(slug, start),
    enabled: start !== null,
  })
  const customers = [...(page?.edges.map(({ node }) => node) ?? []), ...(rest.data ?? [])]
  return { ...first, customers, isWhole: start === null || rest.isSuccess }
}

async function customersBehind(slug: string, start: string | null): Promise<PortfolioCustomerFragment[]> {
  const found: PortfolioCustomerFragment[] = []
  for (let after = start; after !== null; ) {
    const data: PortfolioMoreQuery = await execute(PortfolioMoreDocument, { slug, after })
    const page = data.tenant?.portfolio?.customers
    found.push(...(page?.edges.map(({ node }) => node) ?? []))
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  }
  return found
}
