/** `sundown judge FACTS.json`: judges stored facts again, under any policy and at any instant, without a connection. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Cloud, clouds } from '../../deadlines/index.ts'
import type { Facts } from '../../facts.ts'
import { type JudgeOptions, judge } from '../../judge.ts'
import { policies, policyNamed } from '../../policy/index.ts'
import { factsSchema } from '../../report/facts-schema.ts'
import { makeReport, type Report, toCsv, toJson, toJunit, toSarif, toText } from '../../report/index.ts'
import { reportSchema } from '../../report/report-schema.ts'
import { type EndpointRole, endpointRoles, type Locale, locales } from '../../rules/index.ts'
import type { AddressedTarget } from '../../target.ts'
import { exitCodeOf } from '../exit-code.ts'

export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `out` is a terminal that takes colours. */
  readonly colour: boolean
}

export const judgeUsage = `sundown judge FILE|- [--policy NAME] [--role inbound|internal|client] [--now DATE] [--cloud CLOUD]
              [--server-name NAME] [--format text|json|csv|sarif|junit] [--full] [--language en|da]

Judges facts or reports (JSON, or one per line) again, without a connection.
Policies: ${policies.map((policy) => policy.name).join(', ')}`

const formats = ['text', 'json', 'csv', 'sarif', 'junit'] as const

/** Runs the command; returns the exit code: 0 ready, 1 not ready, 2 wrong use, 3 could not tell. */
export async function judgeCommand(args: readonly string[], output: Output): Promise<number> {
  const parsed = parse(args)
  if (typeof parsed === 'string') {
    output.err(`${parsed}\n\n${judgeUsage}\n`)
    return 2
  }
  const { file, format, language, full, options } = parsed
  let content: string
  try {
    content = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8')
  } catch (error) {
    output.err(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
  const documents = readDocuments(content)
  if (typeof documents === 'string') {
    output.err(`${file}: ${documents}\n`)
    return 2
  }
  const reports = documents.map((document) => judgeDocument(document, options))
  output.out(render(reports, format, language, full, output.colour))
  return exitCodeOf(reports.map((report) => report.verdict))
}

function parse(args: readonly string[]) {
  let values: Record<string, string | boolean | undefined>
  let positionals: string[]
  try {
    const result = parseArgs({ args: [...args], options: flags, allowPositionals: true })
    values = result.values
    positionals = result.positionals
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const [file, ...more] = positionals
  if (file === undefined) return 'Which file?'
  if (more.length > 0) return `One file at a time; what is ${more.join(' ')}?`
  const policy = policyNamed(String(values.policy))
  if (!policy) return `There is no policy ${values.policy}.`
  const role = endpointRoles.find((one) => one === values.role)
  if (!role) return `The role is one of ${endpointRoles.join(', ')}.`
  const cloud = clouds.find((one) => one === values.cloud)
  if (!cloud) return `The cloud is one of ${clouds.join(', ')}.`
  const now = values.now === undefined ? new Date() : new Date(String(values.now))
  if (Number.isNaN(now.getTime())) return `${values.now} is not a date; write it as 2026-11-23.`
  const format = formats.find((one) => one === (values.json ? 'json' : values.format))
  if (!format) return `The format is one of ${formats.join(', ')}.`
  const language = locales.find((one) => one === values.language)
  if (!language) return `The language is one of ${locales.join(', ')}.`
  const serverName = values['server-name'] === undefined ? undefined : String(values['server-name'])
  return { file, format, language, full: values.full === true, options: { role, policy, now, cloud, serverName } }
}

const flags = {
  policy: { type: 'string', default: 'microsoft-365' },
  role: { type: 'string', default: 'inbound' },
  cloud: { type: 'string', default: 'worldwide' },
  now: { type: 'string' },
  'server-name': { type: 'string' },
  format: { type: 'string', default: 'text' },
  json: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  full: { type: 'boolean', default: false },
} as const

interface Chosen {
  readonly role: EndpointRole
  readonly policy: JudgeOptions['policy']
  readonly now: Date
  readonly cloud: Cloud
  readonly serverName: string | undefined
}

export interface FactsDocument {
  readonly facts: Facts
  readonly target: AddressedTarget | null
  readonly cost: Report['cost']
}

/** Facts out of one JSON document or one per line; a sentence where that is not possible. */
export function readDocuments(content: string): readonly FactsDocument[] | string {
  const whole = tryParse(content)
  const lines = content.split('\n').filter((line) => line.trim() !== '')
  const values = whole.ok ? (Array.isArray(whole.value) ? whole.value : [whole.value]) : []
  if (!whole.ok)
    for (const [index, line] of lines.entries()) {
      const parsed = tryParse(line)
      if (!parsed.ok) return `line ${index + 1} is not JSON`
      values.push(parsed.value)
    }
  if (values.length === 0) return 'it is empty'
  const documents: FactsDocument[] = []
  for (const [index, value] of values.entries()) {
    const document = readDocument(value)
    if (typeof document === 'string') return `document ${index + 1}: ${document}`
    documents.push(document)
  }
  return documents
}

function readDocument(value: unknown): FactsDocument | string {
  const schema = typeof value === 'object' && value !== null && 'schema' in value ? value.schema : undefined
  if (schema === 'sundown.facts/1') {
    const facts = factsSchema.safeParse(value)
    if (!facts.success) return complaint(facts.error)
    return { facts: facts.data, target: null, cost: { connections: 0, milliseconds: 0 } }
  }
  if (schema !== 'sundown.report/1') return 'it is neither sundown.facts/1 nor sundown.report/1'
  const report = reportSchema.safeParse(value)
  if (!report.success) return complaint(report.error)
  const { target, cost } = report.data
  return { facts: { ...report.data, schema: 'sundown.facts/1' }, target, cost }
}

const complaint = (error: { readonly issues: readonly { path: PropertyKey[]; message: string }[] }): string =>
  error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'document'}: ${issue.message}`)
    .join('; ')

function tryParse(content: string): { ok: true; value: unknown } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(content) }
  } catch {
    return { ok: false }
  }
}

function judgeDocument({ facts, target, cost }: FactsDocument, chosen: Chosen): Report {
  const named = target ?? { host: '-', port: 0, address: '', starttls: facts.starttls?.kind ?? null, serverName: null }
  const serverName = chosen.serverName ?? named.serverName ?? facts.certificates[0]?.serverName ?? null
  const judgement = judge(facts, { ...chosen, serverName, host: named.host, port: named.port })
  return makeReport({ target: { ...named, serverName }, facts, cost, judgement })
}

function render(
  reports: readonly Report[],
  format: (typeof formats)[number],
  locale: Locale,
  full: boolean,
  colour: boolean,
): string {
  if (format === 'json') return reports.map((report) => `${toJson(report)}\n`).join('')
  if (format === 'csv') return toCsv(reports, locale)
  if (format === 'sarif') return `${JSON.stringify(toSarif(reports, locale), null, 2)}\n`
  if (format === 'junit') return toJunit(reports, locale)
  return reports.map((report) => toText(report, { locale, full, colour })).join('\n')
}
