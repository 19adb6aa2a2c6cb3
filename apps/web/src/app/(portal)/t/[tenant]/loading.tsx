import { OverviewSkeleton } from '../../../../features/overview/index.ts'

export default OverviewSkeleton
