/** `sundown judge FACTS.json`: judges stored facts again, under any policy and at any instant, without a connection. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { type Cloud, clouds } from '../../deadlines/index.ts'
import { type JudgeOptions, judge } from '../../judge.ts'
import { policies, policyNamed } from '../../policy/index.ts'
import { makeReport, type Report, toCsv, toJson, toJunit, toSarif, toText } from '../../report/index.ts'
import { whatIfText } from '../../report/what-if-text.ts'
import { type EndpointRole, endpointRoles, type Locale, locales } from '../../rules/index.ts'
import { type Change, whatIf } from '../../what-if.ts'
import { exitCodeOf } from '../exit-code.ts'
import { parseChanges, whatIfSyntax } from '../parse-changes.ts'
import { type FactsDocument, readDocuments } from '../read-documents.ts'

export interface Output {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Whether `out` is a terminal that takes colours. */
  readonly colour: boolean
}

export const judgeUsage = `sundown judge FILE|- [--policy NAME] [--role inbound|internal|client] [--now DATE] [--cloud CLOUD]
              [--server-name NAME] [--format text|json|csv|sarif|junit] [--full] [--language en|da]
              [--what-if CHANGE]...

${whatIfSyntax}

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
  const { file, format, language, full, changes, options } = parsed
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
  if (changes.length > 0)
    return tellWhatIf(documents, changes, options, { ...output, language, json: format === 'json' })
  const reports = documents.map((document) => judgeDocument(document, options))
  output.out(render(reports, format, language, full, output.colour))
  return exitCodeOf(reports.map((report) => report.verdict))
}

function parse(args: readonly string[]) {
  const read = readFlags(args)
  if (typeof read === 'string') return read
  const { values, positionals } = read
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
  const changes = parseChanges(values['what-if'] ?? [])
  if (typeof changes === 'string') return changes
  if (changes.length > 0 && format !== 'text' && format !== 'json') return 'What-if is told as text or JSON.'
  const serverName = values['server-name'] === undefined ? undefined : String(values['server-name'])
  return {
    file,
    format,
    language,
    full: values.full === true,
    changes,
    options: { file: basename(file), role, policy, now, cloud, serverName },
  }
}

function readFlags(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true })
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
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
  'what-if': { type: 'string', multiple: true },
} as const

interface Chosen {
  /** Stands for the host where facts come without a target. */
  readonly file: string
  readonly role: EndpointRole
  readonly policy: JudgeOptions['policy']
  readonly now: Date
  readonly cloud: Cloud
  readonly serverName: string | undefined
}

/** The exit code is that of the endpoints as they would be. */
function tellWhatIf(
  documents: readonly FactsDocument[],
  changes: readonly Change[],
  chosen: Chosen,
  output: Output & { readonly language: Locale; readonly json: boolean },
): number {
  const results = documents.map((document) => {
    const { serverName, host, port } = named(document, chosen)
    return { document, result: whatIf(document.facts, changes, { ...chosen, serverName, host, port }) }
  })
  for (const { document, result } of results) {
    const { facts: _facts, ...answer } = result
    if (output.json) output.out(`${JSON.stringify({ target: document.target, ...answer })}\n`)
    else output.out(whatIfText(result, { locale: output.language }))
  }
  return exitCodeOf(results.map(({ result }) => result.after.verdict))
}

function named({ facts, target }: FactsDocument, chosen: Chosen) {
  const known = target ?? {
    host: chosen.file,
    port: 0,
    address: '',
    starttls: facts.starttls?.kind ?? null,
    serverName: null,
  }
  return { ...known, serverName: chosen.serverName ?? known.serverName ?? facts.certificates[0]?.serverName ?? null }
}

function judgeDocument(document: FactsDocument, chosen: Chosen): Report {
  const target = named(document, chosen)
  const { serverName, host, port } = target
  const judgement = judge(document.facts, { ...chosen, serverName, host, port })
  return makeReport({ target, facts: document.facts, cost: document.cost, judgement })
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
