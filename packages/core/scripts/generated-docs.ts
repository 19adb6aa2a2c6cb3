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
    'The verdict answers whether the endpoint will still connect; it is the same under every policy. The score orders the work: 100 less the cost of every failed rule, held within the band of the verdict and under the cap of any failed rule that has one; what TLS 1.2 can cost is bounded (see the promises). Every point is traceable to a rule and its evidence. What could not be told costs nothing; where a rule that could make the verdict NOT_READY could not be told, the verdict is UNKNOWN and there is no score.',
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
    '- Under a policy that permits TLS 1.2 (all but `mozilla-modern`, and own ones that say so), adding TLS 1.2 never lowers it and losing TLS 1.2 never raises it, whatever is wrong inside. Beside something newer, the faults of TLS 1.2 together cost at most what its absence costs: the score without it is computed as well, and the better of the two stands, held by `offers-tls-1-2`.',
    '- The absence is dear, so that a broken TLS 1.2 is not flattered: it holds the score at 60, the lowest cap of any fault that leaves with the version. What the implementation does wrong whatever the version (Heartbleed, CCS injection, Ticketbleed, STARTTLS injection) is no fault of TLS 1.2 and keeps its lower cap.',
    '- An endpoint that connects without TLS 1.2 is at worst AT_RISK with it: something newer works although TLS 1.2, for instance by a certificate of its own, does not.',
    '- Under a policy that forbids TLS 1.2 the sentence turns round: beside something newer that connects, TLS 1.2 never raises the score and losing it never lowers it (held by `versions-within-policy`). Where nothing newer connects, readiness comes first and losing TLS 1.2 never raises it.',
    '- These sentences are tested on random servers, under every policy, the versions that they replaced, and random policies of a tenant’s own.',
    '',
    '## The SSL Labs letter',
    '',
    'The letter by the rating guide, edition 2009r, stands beside the verdict as hygiene. It says nothing of whether Microsoft 365 will connect: a server with TLS 1.2 and no suite in common may get an A. A+ is an A without any warning, with a trusted chain and an HSTS max-age of at least 180 days; where an HTTPS server was not asked for HSTS, an A stays an A. A letter needs every version and suite list; otherwise there is none.',
    '',
  ].join('\n')
}
