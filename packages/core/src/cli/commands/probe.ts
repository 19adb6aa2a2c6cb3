/** `sundown probe TARGET...`: real handshakes with every address, and a judged report of each. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Facts } from '../../facts.ts'
import { judge } from '../../judge.ts'
import { openGuard } from '../../net/address-guard.ts'
import { makeReport, type Report, toCsv, toJson, toJunit, toSarif, toText } from '../../report/index.ts'
import type { Verdict } from '../../rules/index.ts'
import { type Observation, type ScanOptions, scanTarget } from '../../scan.ts'
import type { AddressedTarget, Target } from '../../target.ts'
import { exitCodeOf } from '../exit-code.ts'
import { type ProbeArguments, parseProbeArguments, probeUsage } from '../probe-arguments.ts'
import { type Progress, startProgress } from '../progress.ts'
import { readTargetLines, type TargetLines } from '../target-lines.ts'
import type { Output } from './judge.ts'

/** Runs the command; 0 ready, 1 not ready, 2 wrong use, 3 could not tell, 130 interrupted by `signal`. */
export async function probeCommand(args: readonly string[], output: Output, signal: AbortSignal): Promise<number> {
  const parsed = parseProbeArguments(args)
  if (typeof parsed === 'string') {
    output.err(`${parsed}\n\n${probeUsage}\n`)
    return 2
  }
  const prepared = await prepare(parsed)
  if (typeof prepared === 'string') {
    output.err(`${prepared}\n`)
    return 2
  }
  for (const error of prepared.lines.errors) output.err(`${error}\n`)
  if (prepared.lines.targets.length === 0) return 2
  const verdicts = await run(parsed, prepared, output, signal)
  if (signal.aborted) return 130
  return prepared.lines.errors.length > 0 ? 2 : exitCodeOf(verdicts)
}

interface Prepared {
  readonly lines: TargetLines
  readonly trustAnchors: readonly string[]
  readonly previous: ReadonlyMap<string, Facts>
}

/** Reads the files that were named; a sentence where one cannot be read. */
async function prepare(parsed: ProbeArguments): Promise<Prepared | string> {
  try {
    const listed = parsed.file === null ? '' : await readText(parsed.file)
    const file = readTargetLines(listed.split('\n'), parsed, (line) => `${parsed.file}:${line + 1}: `)
    const named = readTargetLines(parsed.targets, parsed, () => '')
    const trustAnchors = parsed.trust === null ? [] : [await readText(parsed.trust)]
    const previous =
      parsed.previous === null ? new Map<string, Facts>() : await previousFacts(await readText(parsed.previous))
    if (typeof previous === 'string') return `${parsed.previous}: ${previous}`
    return {
      lines: { targets: [...named.targets, ...file.targets], errors: [...named.errors, ...file.errors] },
      trustAnchors,
      previous,
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readText(file: string): Promise<string> {
  return file === '-' ? text(process.stdin) : readFile(file, 'utf8')
}

/** What checks documents is loaded where there are any: it is a fifth of what a probe would start with. */
async function previousFacts(content: string): Promise<ReadonlyMap<string, Facts> | string> {
  const { readDocuments } = await import('../read-documents.ts')
  const documents = readDocuments(content)
  if (typeof documents === 'string') return documents
  return new Map(
    documents.flatMap(({ facts, target }) => (target === null ? [] : [[previousKey(target), facts] as const])),
  )
}

function previousKey({ host, port, starttls, serverName }: Target): string {
  return `${host} ${port} ${starttls} ${serverName}`
}

async function run(
  parsed: ProbeArguments,
  prepared: Prepared,
  output: Output,
  signal: AbortSignal,
): Promise<Verdict[]> {
  const { targets } = prepared.lines
  const verdicts: Verdict[] = []
  const kept: Report[] = []
  const progress = startProgress(targets.length)
  const queue = targets.values()
  const worker = async (): Promise<void> => {
    for (const target of queue) {
      if (signal.aborted) return
      for (const observation of await observeTarget(target, parsed, prepared, progress, signal)) {
        const report = reportOf(observation, parsed)
        verdicts.push(report.verdict)
        progress.clear()
        if (parsed.format === 'json') output.out(`${toJson(report)}\n`)
        else if (parsed.format === 'text')
          output.out(
            `${verdicts.length > 1 ? '\n' : ''}${toText(report, { locale: parsed.language, colour: output.colour })}`,
          )
        else kept.push(report)
      }
      progress.done()
    }
  }
  await Promise.all(Array.from({ length: Math.min(parsed.atOnce, targets.length) }, worker))
  progress.end()
  output.out(document(kept, parsed))
  return verdicts
}

function observeTarget(
  target: Target,
  parsed: ProbeArguments,
  prepared: Prepared,
  progress: Progress,
  signal: AbortSignal,
): Promise<Observation[]> {
  const previous = prepared.previous.get(previousKey(target))
  const options: ScanOptions = {
    depth: parsed.depth,
    guard: openGuard,
    trustAnchors: prepared.trustAnchors,
    budget: {
      perSecond: parsed.rate,
      ...(parsed.inFlight === null ? {} : { inFlight: parsed.inFlight }),
      ...(parsed.timeout === null ? {} : { connectionTimeout: parsed.timeout }),
    },
    allowActive: parsed.allowActive,
    proxy: parsed.proxy,
    ...(parsed.depth === 'full' ? { dnsPolicies: {} } : {}),
    signal,
    ...(previous === undefined ? {} : { previous }),
  }
  return scanTarget(target, {
    ...options,
    onProgress: ({ stage, progress: percent }) => progress.show(target, stage, percent),
  })
}

function reportOf({ target, facts, cost }: Observation, { role, policy }: ProbeArguments): Report {
  const { serverName, host, port, starttls } = target as AddressedTarget
  const judgement = judge(facts, { role, policy, now: new Date(), serverName, host, port, starttls })
  return makeReport({ target, facts, cost, judgement })
}

/** Formats that are one document over all reports. */
function document(reports: readonly Report[], { format, language }: ProbeArguments): string {
  if (format === 'csv') return toCsv(reports, language)
  if (format === 'junit') return toJunit(reports, language)
  return format === 'sarif' ? `${JSON.stringify(toSarif(reports, language), null, 2)}\n` : ''
}
