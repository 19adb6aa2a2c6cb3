/** The report for people: a terminal or a mail. */

import { failureTexts } from '../clients/failure-texts.ts'
import { profileName } from '../clients/profile-name.ts'
import { type ProfileResult, simulatePeers } from '../clients/simulate-all.ts'
import { deadlinesFor } from '../deadlines/deadlines-for.ts'
import type { CertificateDeployment, ProtocolFact } from '../facts.ts'
import type { Finding, Verdict } from '../rules/finding.ts'
import { severities } from '../rules/finding.ts'
import { findingText, reasonText } from '../rules/finding-text.ts'
import type { Locale } from '../rules/source.ts'
import type { Report } from './report.ts'
import { targetText } from './target-text.ts'
import { severityTexts, statusTexts, surenessTexts, verdictTexts } from './verdict-texts.ts'

export interface TextOptions {
  readonly locale?: Locale
  /** Whether to colour by ANSI escapes; the caller knows whether it writes to a terminal. */
  readonly colour?: boolean
  /** Also lists what passed, what does not apply and every cipher suite. */
  readonly full?: boolean
}

/** The report as lines of text, ending in a line feed. */
export function toText(report: Report, { locale = 'en', colour = false, full = false }: TextOptions = {}): string {
  const paint = colour ? ansi : plain
  const words = wording[locale]
  const lines: string[] = [paint.bold(clean(targetText(report.target)))]
  const verdict = verdictTexts[report.verdict]
  const score = report.score === null ? '' : `   ${words.score} ${report.score}/100`
  lines.push(
    `${paint[shade[report.verdict]](`${verdict.name[locale]} (${report.verdict})`)}${score}   ${report.policyId}`,
  )
  lines.push(verdict.meaning[locale])
  if (report.status !== 'OBSERVED')
    lines.push(`${statusTexts[report.status][locale]}${report.reason ? `: ${reasonText(report.reason, locale)}` : ''}`)
  else {
    lines.push('', paint.bold(words.protocols), ...report.protocols.map((protocol) => protocolLine(protocol, locale)))
    lines.push(...suiteLines(report.protocols, locale, full))
    if (report.groups.length > 0)
      lines.push('', paint.bold(words.groups), `  ${report.groups.map((group) => group.name).join(', ')}`)
    if (report.certificates.length > 0)
      lines.push(
        '',
        paint.bold(words.certificate),
        ...report.certificates.flatMap((one) => certificateLines(one, locale)),
      )
  }
  if (report.role === 'inbound' && report.status === 'OBSERVED')
    lines.push('', paint.bold(words.services), ...serviceLines(report, locale))
  lines.push(...findingSection(report, locale, full, paint))
  if (report.role !== 'client') lines.push('', paint.bold(words.deadlines), ...deadlineLines(report, locale))
  lines.push('', `${report.cost.connections} ${words.connections}, ${Math.round(report.cost.milliseconds)} ms`)
  return `${lines.join('\n')}\n`
}

function protocolLine(protocol: ProtocolFact, locale: Locale): string {
  const words = wording[locale]
  const name = `  ${protocol.version.padEnd(9)}`
  if (protocol.offered === null) return `${name}${words.unknown}: ${reasonText(protocol.reason ?? undefined, locale)}`
  if (!protocol.offered) return `${name}${words.no}`
  if (protocol.enumeration === 'none') return `${name}${words.yes}`
  const more = protocol.enumeration === 'partial' ? '+' : ''
  const order = protocol.preference ? `, ${words[protocol.preference]}` : ''
  return `${name}${words.yes}, ${protocol.cipherSuites.length}${more} ${words.suites}${order}`
}

function suiteLines(protocols: readonly ProtocolFact[], locale: Locale, full: boolean): string[] {
  return protocols.flatMap((protocol) => {
    if (protocol.cipherSuites.length === 0) return []
    const shown = full ? protocol.cipherSuites : protocol.cipherSuites.slice(0, 8)
    const rest = protocol.cipherSuites.length - shown.length
    return [
      '',
      `  ${protocol.version}`,
      ...shown.map((suite) => `    ${suite.name}`),
      ...(rest > 0 ? [`    ${wording[locale].more.replace('{n}', String(rest))}`] : []),
    ]
  })
}

function certificateLines({ chain, nameMatches, trust }: CertificateDeployment, locale: Locale): string[] {
  const words = wording[locale]
  const leaf = chain[0]
  if (!leaf) return []
  const key = `${leaf.key.algorithm} ${leaf.key.curve ?? leaf.key.bits ?? ''}`.trim()
  return [
    `  ${clean(leaf.subject)}`,
    `    ${words.issuer} ${clean(leaf.issuer)}`,
    `    ${leaf.notBefore.slice(0, 10)} – ${leaf.notAfter.slice(0, 10)}, ${key}, ${leaf.signatureAlgorithm}`,
    `    ${words.trust[trust.state]}${nameMatches === null ? '' : `, ${nameMatches ? words.nameFits : words.nameMisfits}`}`,
  ]
}

function findingSection(report: Report, locale: Locale, full: boolean, paint: Paint): string[] {
  const words = wording[locale]
  const order = { fail: 0, unknown: 1, pass: 2, 'not-applicable': 3 }
  const shown = report.findings
    .filter((finding) => full || isNews(finding, report))
    .toSorted(
      (a, b) =>
        order[a.outcome] - order[b.outcome] ||
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.cost - a.cost,
    )
  if (shown.length === 0) return []
  const lines = ['', paint.bold(words.findings)]
  for (const finding of shown) {
    const text = findingText(finding, locale)
    if (!text) continue
    const cost = finding.cost > 0 ? ` −${finding.cost}` : ''
    const mark = { fail: paint.red('✗'), unknown: paint.yellow('?'), pass: paint.green('✓'), 'not-applicable': ' ' }
    const severity = finding.outcome === 'fail' ? ` (${severityTexts[finding.severity][locale]}${cost})` : ''
    lines.push(`  ${mark[finding.outcome]} ${finding.ruleId}${severity}`, `    ${clean(text.detail)}`)
    if (text.fix) lines.push(`    → ${text.fix}`)
  }
  return lines
}

/** To a mail server only Exchange Online connects. */
function serviceLines(report: Report, locale: Locale): readonly string[] {
  const only = report.target.starttls === 'smtp' ? (['exchange-online-smtp'] as const) : undefined
  return simulatePeers({ ...report, schema: 'sundown.facts/1' }, only).map((one) => serviceLine(one, locale))
}

function serviceLine({ profile, simulation }: ProfileResult, locale: Locale): string {
  const words = wording[locale]
  const name = `  ${profileName(profile, locale).padEnd(40)}`
  if (simulation.outcome === 'fails') return `${name}${words.no}: ${failureTexts[simulation.reason][locale]}`
  if (simulation.outcome === 'unknown') return `${name}${words.unknown}: ${reasonText(simulation.reason, locale)}`
  return `${name}${words.yes}, ${simulation.version}, ${simulation.cipherSuite.name}`
}

/** What is to come, and of what is in force the latest three. */
function deadlineLines({ role, target, judgedAt }: Report, locale: Locale): readonly string[] {
  const found = deadlinesFor({ role, starttls: target.starttls, port: target.port }, new Date(judgedAt))
  const past = found.filter((one) => one.daysLeft < 0).slice(0, 3)
  return [...found.filter((one) => one.daysLeft >= 0), ...past].map((one) => {
    const days = one.daysLeft < 0 ? '' : ` (${wording[locale].inDays.replace('{n}', String(one.daysLeft))})`
    return `  ${one.date}${days}  ${one.service}: ${one.note[locale]} [${surenessTexts[one.sureness][locale]}]`
  })
}

/** Failures, and what could not be told although it was asked; an address that was not reached says so once. */
const isNews = ({ outcome, evidence }: Finding, { status }: Report): boolean =>
  outcome === 'fail' ||
  (outcome === 'unknown' &&
    status === 'OBSERVED' &&
    evidence.reason !== 'not-asked' &&
    evidence.reason !== 'needs-permission')

/** Control characters from a peer's banner or certificate must not reach a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const clean = (text: string): string => text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '�')

type Paint = typeof plain
const keep = (text: string): string => text
const plain = { bold: keep, red: keep, green: keep, yellow: keep, grey: keep }
const sgr = (code: number) => (text: string) => `\u001b[${code}m${text}\u001b[0m`
const ansi: Paint = { bold: sgr(1), red: sgr(31), green: sgr(32), yellow: sgr(33), grey: sgr(90) }

const shade: Readonly<Record<Verdict, keyof Paint>> = {
  READY: 'green',
  LEGACY_ENABLED: 'yellow',
  AT_RISK: 'yellow',
  NOT_READY: 'red',
  UNKNOWN: 'grey',
}

const wording = {
  en: {
    score: 'score',
    protocols: 'Protocol versions',
    groups: 'Key-exchange groups',
    certificate: 'Certificate',
    findings: 'Findings',
    services: 'Would Microsoft’s services connect?',
    deadlines: 'Dates',
    inDays: 'in {n} days',
    connections: 'connections',
    suites: 'cipher suites',
    yes: 'yes',
    no: 'no',
    unknown: 'could not tell',
    more: '… and {n} more',
    issuer: 'issued by',
    nameFits: 'name matches',
    nameMisfits: 'name does not match',
    SERVER: 'server’s order',
    CLIENT: 'client’s order',
    trust: {
      trusted: 'trusted',
      untrusted: 'not trusted',
      incomplete: 'chain incomplete',
      'self-signed': 'self-signed',
      unknown: 'trust could not be told',
    },
  },
  da: {
    score: 'score',
    protocols: 'Protokolversioner',
    groups: 'Nøgleudvekslingsgrupper',
    certificate: 'Certifikat',
    findings: 'Fund',
    services: 'Ville Microsofts tjenester få forbindelse?',
    deadlines: 'Datoer',
    inDays: 'om {n} dage',
    connections: 'forbindelser',
    suites: 'krypteringspakker',
    yes: 'ja',
    no: 'nej',
    unknown: 'kunne ikke afgøres',
    more: '… og {n} mere',
    issuer: 'udstedt af',
    nameFits: 'navnet passer',
    nameMisfits: 'navnet passer ikke',
    SERVER: 'serverens rækkefølge',
    CLIENT: 'klientens rækkefølge',
    trust: {
      trusted: 'betroet',
      untrusted: 'ikke betroet',
      incomplete: 'kæden er ufuldstændig',
      'self-signed': 'selvsigneret',
      unknown: 'tilliden kunne ikke afgøres',
    },
  },
} as const
