/** Runs a turbo task and keeps its output for the case that it fails. Turbo does it again only when its inputs changed. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

import { root } from './settings.ts'
import { StartError } from './start-error.ts'

/** Environment of everything that we build: no telemetry, no engine download. */
export const buildEnv = {
  TURBO_TELEMETRY_DISABLED: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  PRISMA_SCHEMA_ENGINE_BINARY: '/bin/true',
} as const

export async function runTask(task: string, workspace: string, signal: AbortSignal): Promise<void> {
  const child = spawn(
    join(root, 'node_modules/.bin/turbo'),
    ['run', task, `--filter=${workspace}`, '--output-logs=errors-only', '--ui=stream'],
    {
      cwd: root,
      env: { ...process.env, ...buildEnv },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    },
  )
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    output += chunk
  })
  const code = await new Promise<number | null>((settle, fail) => {
    child.once('error', fail)
    child.once('close', settle)
  })
  if (code !== 0) throw new StartError(`\`turbo run ${task}\` of ${workspace} failed:\n${output.trim()}`)
}
