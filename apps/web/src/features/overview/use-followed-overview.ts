'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { OverviewQuery } from '../../graphql/generated/graphql.ts'
import { type ActiveScan, followRow } from '../scans/index.ts'

/** Carries a scan's step into the recent rows of the overview. */
export function useFollowedOverview(): (scan: ActiveScan) => void {
  const queryClient = useQueryClient()
  return (scan) => {
    queryClient.setQueriesData<OverviewQuery>({ queryKey: ['Overview'] }, (data) => {
      if (!data?.tenant) return data
      const edges = data.tenant.recent.edges.map((edge) => ({ ...edge, node: followRow(edge.node, scan) }))
      return { ...data, tenant: { ...data.tenant, recent: { ...data.tenant.recent, edges } } }
    })
  }
}
