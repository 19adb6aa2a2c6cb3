/** SARIF 2.1.0 (OASIS), for code-scanning dashboards. */
import { catalogue } from '../rules/catalogue.ts'
import type { Severity } from '../rules/finding.ts'
import { findingText } from '../rules/finding-text.ts'
import type { Locale } from '../rules/source.ts'
import type { Report } from './report.ts'
import { hostAndPort } from './target-text.ts'

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
}

/** A SARIF log with one run; failures and unknowns are results, everything else is left out. */
export function toSarif(reports: readonly Report[], locale: Locale = 'en'): object {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'Sundown', rules: catalogue.map(({ rule, entry }) => descriptor(rule, entry[locale])) },
        },
        results: reports.flatMap((report) =>
          report.findings
            .filter((finding) => finding.outcome === 'fail' || finding.outcome === 'unknown')
            .map((finding) => ({
              ruleId: finding.ruleId,
              kind: finding.outcome === 'fail' ? 'fail' : 'open',
              level: finding.outcome === 'fail' ? levels[finding.severity] : 'none',
              message: { text: findingText(finding, locale)?.detail ?? finding.ruleId },
              locations: [location(report)],
              partialFingerprints: { endpointRule: `${fingerprint(report)}/${finding.ruleId}` },
              properties: { cost: finding.cost, verdict: report.verdict, policy: report.policyId },
            })),
        ),
      },
    ],
  }
}

const descriptor = (rule: { readonly id: string }, texts: { title: string; why: string; fix: string }) => ({
  id: rule.id,
  shortDescription: { text: texts.title },
  fullDescription: { text: texts.why },
  help: { text: texts.fix },
})

const fingerprint = ({ target }: Report): string => `${hostAndPort(target)}/${target.address}`

const location = (report: Report) => ({
  physicalLocation: { artifactLocation: { uri: `tls://${hostAndPort(report.target)}` } },
  logicalLocations: [{ name: report.target.serverName ?? report.target.host, kind: 'resource' }],
})
