#!/usr/bin/env node
/** The command line: the first word names the command, the rest is its own. */
import { enableCompileCache } from 'node:module'
import type { Output } from './commands/judge.ts'

// Types are stripped once, not at every start.
enableCompileCache()

type Command = (args: readonly string[], output: Output, signal: AbortSignal) => number | Promise<number>

/** Loaded when asked for: a probe starts without the texts of the other commands. */
const commands: Readonly<Record<string, () => Promise<{ readonly run: Command; readonly usage: string }>>> = {
  probe: async () => {
    const { probeCommand } = await import('./commands/probe.ts')
    return { run: probeCommand, usage: (await import('./probe-arguments.ts')).probeUsage }
  },
  judge: async () => {
    const { judgeCommand, judgeUsage } = await import('./commands/judge.ts')
    return { run: judgeCommand, usage: judgeUsage }
  },
  explain: async () => {
    const { explainCommand, explainUsage } = await import('./commands/explain.ts')
    return { run: explainCommand, usage: explainUsage }
  },
  deadlines: async () => {
    const { deadlinesCommand, deadlinesUsage } = await import('./commands/deadlines.ts')
    return { run: deadlinesCommand, usage: deadlinesUsage }
  },
}

async function usageOfAll(): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return `${all.map(({ usage }) => usage).join('\n\n')}\n`
}

async function main(words: readonly string[]): Promise<number> {
  // pnpm hands the separator through.
  const [name, ...args] = words[0] === '--' ? words.slice(1) : words
  const output: Output = {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: process.stdout.isTTY && process.env.NO_COLOR === undefined,
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    output.out(await usageOfAll())
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load === undefined) {
    output.err(`There is no command ${name}.\n\n${await usageOfAll()}`)
    return 2
  }
  const { run, usage } = await load()
  if (args.includes('--help')) {
    output.out(`${usage}\n`)
    return 0
  }
  return run(args, output, interrupts())
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
