import type { ScanActivityFragment } from '../../graphql/generated/graphql.ts'
import { isUnderWay } from '../scans/index.ts'

type Scan = Pick<ScanActivityFragment, 'id' | 'status'>

/** The scan whose results are on the page: the one asked for, else the newest that was completed, else the newest ended. */
export function shownScan<Each extends Scan>(newestFirst: readonly Each[], wanted: string | null): Each | undefined {
  const ended = newestFirst.filter(({ status }) => !isUnderWay(status))
  return ended.find(({ id }) => id === wanted) ?? ended.find(({ status }) => status === 'COMPLETED') ?? ended[0]
}
