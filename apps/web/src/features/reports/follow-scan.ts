import type { EndpointReportQuery, ScanActivityFragment } from '../../graphql/generated/graphql.ts'

/** The report with one scan's newest step in its history. */
export function withScanStep(data: EndpointReportQuery, step: ScanActivityFragment): EndpointReportQuery {
  const { tenant } = data
  if (!tenant?.endpoint) return data
  const edges = tenant.endpoint.scans.edges.map((edge) =>
    edge.node.id === step.id ? { ...edge, node: { ...edge.node, ...step } } : edge,
  )
  return {
    ...data,
    tenant: { ...tenant, endpoint: { ...tenant.endpoint, scans: { ...tenant.endpoint.scans, edges } } },
  }
}
