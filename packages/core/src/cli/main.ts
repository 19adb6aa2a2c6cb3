#!/usr/bin/env node
/** The command line: the first word names the command, the rest is its own. */
import { deadlinesCommand, deadlinesUsage } from './commands/deadlines.ts'
import { explainCommand, explainUsage } from './commands/explain.ts'
import { judgeCommand, judgeUsage, type Output } from './commands/judge.ts'
import { probeCommand } from './commands/probe.ts'
import { probeUsage } from './probe-arguments.ts'

const commands: Readonly<
  Record<string, (args: readonly string[], output: Output, signal: AbortSignal) => number | Promise<number>>
> = {
  probe: probeCommand,
  judge: judgeCommand,
  explain: explainCommand,
  deadlines: deadlinesCommand,
}

const usage = `${[probeUsage, judgeUsage, explainUsage, deadlinesUsage].join('\n\n')}\n`

async function main(words: readonly string[]): Promise<number> {
  // pnpm hands the separator through.
  const [name, ...args] = words[0] === '--' ? words.slice(1) : words
  const output: Output = {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    output.out(usage)
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) {
    output.err(`There is no command ${name}.\n\n${usage}`)
    return 2
  }
  if (args.includes('--help')) {
    output.out(usage)
    return 0
  }
  return command(args, output, interrupts())
}

/** Ctrl-C ends the work in order; a second one at once. */
function interrupts(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(130)
      controller.abort()
    })
  }
  return controller.signal
}

// A reader such as `head` may leave before the end; that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await main(process.argv.slice(2))
