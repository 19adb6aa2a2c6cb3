/** The pages that are made from the data they describe. */

import { policies, scoreBands } from '../src/policy/index.ts'
import { verdictRules } from '../src/policy/verdict.ts'
import { goalsOf, remedies, stackNames } from '../src/remediation/index.ts'
import { reportJsonSchema } from '../src/report/report-schema.ts'
import { verdictTexts } from '../src/report/verdict-texts.ts'
import { catalogue } from '../src/rules/catalogue.ts'
import { verdicts } from '../src/rules/finding.ts'
import { goldenJudgements } from './golden.ts'

export interface GeneratedFile {
  /** Path from the root of the workspace. */
  readonly path: string
  readonly content: string
}

const note = '<!-- Made by packages/core/scripts/generate.ts; do not edit. -->'

/** Every generated file with its content. */
export const generatedFiles = (): readonly GeneratedFile[] => [
  { path: 'docs/findings.md', content: findingsPage() },
  { path: 'docs/scoring.md', content: scoringPage() },
  { path: 'packages/core/fixtures/golden.txt', content: goldenJudgements() },
  { path: 'packages/core/report-1.schema.json', content: `${JSON.stringify(reportJsonSchema(), null, 2)}\n` },
]

function findingsPage(): string {
  const sections = catalogue.map(({ rule, entry }) => {
    const cures = remedies.filter((remedy) => remedy.goals.some((goal) => goalsOf(rule.id).includes(goal)))
    const stacks = [...new Set(cures.map((remedy) => stackNames[remedy.stack]))].join(', ')
    return [
      `## ${rule.id}`,
      '',
      `**${entry.en.title}.** ${rule.question}`,
      '',
      entry.en.why,
      '',
      `*When it fails:* ${entry.en.fail}`,
      '',
      `*What to do:* ${entry.en.fix}${stacks === '' ? '' : ` Exact steps for ${stacks}.`}`,
      '',
      `*På dansk:* **${entry.da.title}.** ${entry.da.why} ${entry.da.fix}`,
      '',
      `*Reads:* ${rule.needs.join(', ')}. *Sources:* ${rule.sources.map((source) => `${source.title}${source.date ? ` (${source.date})` : ''} [${source.sureness}]`).join('; ')}.`,
      '',
    ].join('\n')
  })
  return `${note}\n\n# Findings\n\nEvery question that is asked of an endpoint. \`pass\`, \`fail\`, \`not-applicable\` or \`unknown\`; unknown never counts as failing. How much each one weighs stands in [scoring.md](scoring.md).\n\n${sections.join('\n')}`
}

function scoringPage(): string {
  const verdictRows = verdicts.map((verdict) => {
    const band = verdict === 'UNKNOWN' ? 'none' : `${scoreBands[verdict].min} to ${scoreBands[verdict].max}`
    return `| ${verdict} | ${verdictTexts[verdict].meaning.en} | ${band} |`
  })
  const deciding = Object.entries(verdictRules).map(
    ([id, row]) =>
      `| [${id}](findings.md#${id}) | ${row.inbound ?? '–'} | ${row['inbound-mail'] ?? '–'} | ${row.internal ?? '–'} |`,
  )
  const names = policies.map((policy) => policy.name)
  const weights = catalogue.map(({ rule }) => {
    const cells = policies.map((policy) => {
      const weight = policy.rules[rule.id]
      if (!weight || weight.off !== null) return '–'
      return `${weight.severity} ${weight.cost}${weight.cap === null ? '' : ` ≤${weight.cap}`}${weight.required ? ' ●' : ''}`
    })
    return `| [${rule.id}](findings.md#${rule.id}) | ${cells.join(' | ')} |`
  })
  const offs = policies.flatMap((policy) =>
    Object.entries(policy.rules)
      .filter(([, weight]) => weight.off !== null)
      .map(([id, weight]) => `- ${policy.name}: ${id}. ${weight.off}.`),
  )
  const parameters = policies.map((policy) => {
    const { versions, rsaBits, ecBits, dhBits, certificateWarningDays, certificateMaxDays } = policy.parameters
    return `| ${policy.id} | ${versions.join(', ')} | ${rsaBits} | ${ecBits} | ${dhBits} | ${certificateWarningDays} | ${certificateMaxDays ?? '–'} | ${policy.sources.map((source) => `${source.title} [${source.sureness}]`).join('; ')} |`
  })
  return [
    note,
    '',
    '# Verdict and score',
    '',
    'The verdict answers whether the endpoint will still connect; it is the same under every policy. The score orders the work: 100 less the cost of every failed rule, held within the band of the verdict and under the cap of any failed rule that has one. Every point is traceable to a rule and its evidence. What could not be told costs nothing; where a rule that could make the verdict NOT_READY could not be told, the verdict is UNKNOWN and there is no score.',
    '',
    '| verdict | meaning | score |',
    '|---|---|---|',
    ...verdictRows,
    '',
    '## What decides the verdict',
    '',
    'A failure of the rule means, for a service that Microsoft 365 connects to, for a mail server, and for a service that only own clients use. Most decisive first; the worst decides.',
    '',
    '| rule | inbound | inbound mail | internal |',
    '|---|---|---|---|',
    ...deciding,
    '',
    'Mail from Exchange Online checks no certificate unless a connector demands it, so the same fault weighs less there. A client is judged by what it offers, not by what it serves.',
    '',
    '## What a failure costs',
    '',
    'Severity, points, `≤` the highest score while it fails, `●` demanded by the standard, `–` not asked.',
    '',
    `| rule | ${names.join(' | ')} |`,
    `|---|${names.map(() => '---|').join('')}`,
    ...weights,
    '',
    'Not asked, and why:',
    '',
    ...offs,
    '',
    '## Limits',
    '',
    '| policy | versions | RSA | EC | DH | days of warning | longest certificate | source |',
    '|---|---|---|---|---|---|---|---|',
    ...parameters,
    '',
    '`[read]` was read at its source, `[third-party]` is somebody else’s words, `[memory]` is general knowledge, `[unsure]` is contradictory or unverified.',
    '',
    '## Promises of the score',
    '',
    '- What could not be told never lowers it.',
    '- Adding TLS 1.2 with suites of the Microsoft 365 list never lowers it, and losing TLS 1.2 where nothing newer is left never raises it, whatever the suites were.',
    '- `mozilla-modern` wants TLS 1.3 alone, so there offering TLS 1.2 costs points by intent. Beside TLS 1.3, a TLS 1.2 that accepts broken suites is worse than none, and losing it may raise the score.',
    '',
    '## The SSL Labs letter',
    '',
    'The letter by the rating guide, edition 2009r, stands beside the verdict as hygiene. It says nothing of whether Microsoft 365 will connect: a server with TLS 1.2 and no suite in common may get an A. HTTP is not asked, so A+ is never given. A letter needs every version and suite list; otherwise there is none.',
    '',
  ].join('\n')
}
