export { EndpointReport } from './endpoint-report.tsx'
export { ReportSkeleton } from './report-skeleton.tsx'
export { shownScan } from './shown-scan.ts'
