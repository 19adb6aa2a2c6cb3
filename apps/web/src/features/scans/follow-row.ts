import type { EndpointRowFragment } from '../../graphql/generated/graphql.ts'
import { isUnderWay } from './scan-state.ts'
import type { ActiveScan } from './use-tenant-activity.ts'

/** The row of an endpoint after one step of one of its scans; the verdict changes only when a scan was completed. */
export function followRow<Row extends EndpointRowFragment>(row: Row, scan: ActiveScan): Row {
  if (row.id !== scan.endpoint.id) return row
  if (isUnderWay(scan.status)) return { ...row, activeScan: scan }
  const ended = { ...row, activeScan: null }
  if (scan.status !== 'COMPLETED') return ended
  return { ...ended, lastScan: scan, verdict: scan.verdict, score: scan.score }
}
