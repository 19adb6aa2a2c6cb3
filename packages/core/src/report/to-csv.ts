/** One row per finding, RFC 4180, with a header line; for spreadsheets. */
import { findingText } from '../rules/finding-text.ts'
import type { Locale } from '../rules/source.ts'
import type { Report } from './report.ts'

const columns = [
  'host',
  'port',
  'server_name',
  'starttls',
  'address',
  'status',
  'verdict',
  'score',
  'policy',
  'judged_at',
  'rule',
  'outcome',
  'severity',
  'cost',
  'detail',
] as const

/** CSV of several reports; one row of the endpoint alone where it has no findings. */
export function toCsv(reports: readonly Report[], locale: Locale = 'en'): string {
  const rows = reports.flatMap((report) => {
    const { host, port, serverName, starttls, address } = report.target
    const endpoint = [
      host,
      port,
      serverName,
      starttls,
      address,
      report.status,
      report.verdict,
      report.score,
      report.policyId,
      report.judgedAt,
    ]
    return report.findings.map((finding) => [
      ...endpoint,
      finding.ruleId,
      finding.outcome,
      finding.severity,
      finding.cost,
      findingText(finding, locale)?.detail ?? '',
    ])
  })
  return [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
}

/** A leading =, +, - or @ is a formula to a spreadsheet, so it is set behind an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
