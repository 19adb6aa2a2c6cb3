/** JUnit XML as CI systems read it: an endpoint is a suite, a rule is a test case. */
import type { Finding } from '../rules/finding.ts'
import { findingText } from '../rules/finding-text.ts'
import type { Locale } from '../rules/source.ts'
import type { Report } from './report.ts'
import { targetText } from './target-text.ts'

/** Failures that cost points are failures; what could not be told or does not apply is skipped. */
export function toJunit(reports: readonly Report[], locale: Locale = 'en'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sundown">\n${reports.map((report) => suite(report, locale)).join('')}</testsuites>\n`
}

function suite(report: Report, locale: Locale): string {
  const failures = report.findings.filter(isFailure).length
  const skipped = report.findings.filter(isSkipped).length
  const seconds = (report.cost.milliseconds / 1000).toFixed(3)
  const head = `  <testsuite name="${xml(targetText(report.target))}" tests="${report.findings.length}" failures="${failures}" skipped="${skipped}" errors="0" time="${seconds}" timestamp="${report.judgedAt}">\n`
  return `${head}${report.findings.map((finding) => testCase(finding, locale)).join('')}  </testsuite>\n`
}

function testCase(finding: Finding, locale: Locale): string {
  const text = findingText(finding, locale)
  const head = `    <testcase classname="sundown" name="${xml(finding.ruleId)}"`
  const detail = xml(text?.detail ?? finding.ruleId)
  if (isFailure(finding))
    return `${head}>\n      <failure type="${finding.severity}" message="${detail}">${xml(text?.fix ?? '')}</failure>\n    </testcase>\n`
  return isSkipped(finding) ? `${head}>\n      <skipped message="${detail}"/>\n    </testcase>\n` : `${head}/>\n`
}

const isFailure = (finding: Finding): boolean => finding.outcome === 'fail' && finding.severity !== 'info'
const isSkipped = (finding: Finding): boolean => finding.outcome === 'unknown' || finding.outcome === 'not-applicable'

/** Escapes for XML 1.0 and drops the characters that it cannot carry. */
const xml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 cannot carry them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
