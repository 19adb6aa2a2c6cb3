/** Runs one command in the foreground of a script and tells how it ended. */
import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

import { buildEnv } from './start/run-task.ts'
import { root } from './start/settings.ts'

export interface Ended {
  readonly code: number
  readonly seconds: number
  readonly output: string
}

/** `capture` keeps the output instead of showing it, for commands that are interesting only when they fail. */
export async function run(
  command: string,
  args: readonly string[],
  options: { readonly capture?: boolean; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const from = performance.now()
  const child = spawn(command, args, {
    cwd: root,
    env: {
      ...process.env,
      ...buildEnv,
      ...options.env,
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
    stdio: options.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  child.stderr?.on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise<number>((settle) => {
    child.once('error', (error) => {
      output += error.message
      settle(127)
    })
    child.once('close', (exit) => settle(exit ?? 1))
  })
  return { code, seconds: (performance.now() - from) / 1000, output }
}
