export { EndpointReport } from './endpoint-report.tsx'
export { shownScan } from './shown-scan.ts'
