/** Starts and stops the process that holds the embedded PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import type { DatabaseMessage } from './database.ts'
import { keepLog } from './keep-log.ts'
import { root } from './settings.ts'
import { StartError } from './start-error.ts'

export interface EmbeddedDatabase {
  readonly url: string
  stop(milliseconds: number): Promise<void>
  /** Called when the server ends without having been asked to. */
  onLost(listener: () => void): void
}

export async function startEmbeddedDatabase(dataDir: string, say: (line: string) => void): Promise<EmbeddedDatabase> {
  const logFile = join(dataDir, 'logs/database.log')
  const child = spawn(process.execPath, [join(root, 'scripts/start/database.ts'), join(dataDir, 'postgres')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  keepLog(child, 'database', logFile, say)
  const message = await firstMessage(child, logFile)
  if ('refusal' in message) throw new StartError(message.refusal)
  let stopping = false
  return {
    url: message.url,
    onLost(listener) {
      child.once('exit', () => {
        if (!stopping) listener()
      })
    },
    async stop(milliseconds) {
      stopping = true
      if (child.exitCode !== null || child.signalCode !== null) return
      const exited = new Promise<void>((settle) => child.once('exit', () => settle()))
      child.kill('SIGTERM')
      await Promise.race([exited, sleep(milliseconds, undefined, { ref: false })])
      if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    },
  }
}

function firstMessage(child: ChildProcess, logFile: string): Promise<DatabaseMessage> {
  return new Promise((settle, fail) => {
    child.once('message', (message) => settle(message as DatabaseMessage))
    child.once('error', fail)
    child.once('exit', (code, signal) =>
      fail(new StartError(`PostgreSQL did not start (${code ?? signal}). Its log is ${logFile}.`)),
    )
  })
}
