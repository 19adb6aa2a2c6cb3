'use client'

import { useQueryClient } from '@tanstack/react-query'
import type { EndpointListQuery } from '../../graphql/generated/graphql.ts'
import { type ActiveScan, followRow } from '../scans/index.ts'

/** Carries a scan's step into the row that it belongs to, on every page of the list that is kept. */
export function useFollowedList(): (scan: ActiveScan) => void {
  const queryClient = useQueryClient()
  return (scan) => {
    queryClient.setQueriesData<EndpointListQuery>({ queryKey: ['EndpointList'] }, (data) => {
      if (!data?.tenant?.endpoints.edges.some(({ node }) => node.id === scan.endpoint.id)) return data
      const { tenant } = data
      const edges = tenant.endpoints.edges.map((edge) => ({ ...edge, node: followRow(edge.node, scan) }))
      return { ...data, tenant: { ...tenant, endpoints: { ...tenant.endpoints, edges } } }
    })
  }
}
