import { ReportSkeleton } from '../../../../../../features/reports/index.ts'

export default function Loading() {
  return <ReportSkeleton />
}
