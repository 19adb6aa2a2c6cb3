import type { Report } from './report.ts'

/** One line of JSON without a line feed, as NDJSON wants it. */
export const toJson = (report: Report): string => JSON.stringify(report)
