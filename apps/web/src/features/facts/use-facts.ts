'use client'

import type { Facts } from '@sundown/core/facts'
import { useQuery } from '@tanstack/react-query'
import { ResultFactsDocument } from '../../graphql/generated/graphql.ts'
import { documentQuery } from '../../graphql/query.ts'

export interface KnownFacts {
  /** Undefined while they are fetched; null where nothing was seen or the form is one that this portal does not know. */
  readonly facts: Facts | null | undefined
  readonly failure: unknown
  readonly refetch: () => void
}

/** Everything that one scan saw at one address. Facts never change, so they are asked for once. */
export function useFacts(resultId: string): KnownFacts {
  const query = useQuery({
    ...documentQuery(ResultFactsDocument, { id: resultId }),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const node = query.data?.node
  const facts = node?.__typename === 'ScanResult' ? node.facts : null
  return {
    facts: query.isPending ? undefined : isFacts(facts) ? facts : null,
    failure: query.error,
    refetch: () => void query.refetch(),
  }
}

const isFacts = (value: unknown): value is Facts =>
  value !== null && typeof value === 'object' && 'schema' in value && value.schema === 'sundown.facts/1'
