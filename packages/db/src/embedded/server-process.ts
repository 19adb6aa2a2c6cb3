import { type ChildProcess, spawn } from 'node:child_process'
import type { ServerUser } from './server-user.ts'

export interface ServerProcess {
  readonly pid: number
  /** Settles when the server is gone, however it ended. */
  readonly ended: Promise<void>
  /** The last lines that the server wrote. */
  lastLines(): string
  /** Ends the server: open transactions are rolled back, and after five seconds it is cut off. */
  stop(): Promise<void>
}

/**
 * Starts `postgres` outside the terminal's process group, so that Ctrl-C reaches it only through `stop()`, with a shell
 * beside it that stops it should this process die without a word.
 */
export function startServerProcess(
  program: string,
  args: readonly string[],
  user: ServerUser,
  onLog: (line: string) => void,
): ServerProcess {
  const server = spawn(program, args, {
    ...user,
    cwd: '/',
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
  })
  const lines: string[] = []
  server.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    for (const line of chunk.split('\n').filter(Boolean)) {
      onLog(line)
      lines.push(line)
      if (lines.length > 20) lines.shift()
    }
  })
  const ended = new Promise<void>((resolve) => {
    server.once('close', () => resolve())
    server.once('error', (error) => {
      lines.push(error.message)
      resolve()
    })
  })
  const guard = server.pid === undefined ? null : startGuard(server.pid)
  ended.then(() => guard?.stdin?.end('done\n'))
  server.unref()
  letGo(server.stderr)
  return {
    pid: server.pid ?? -1,
    ended,
    lastLines: () => lines.join('\n'),
    stop: () => stopServer(server, ended),
  }
}

async function stopServer(server: ChildProcess, ended: Promise<void>): Promise<void> {
  const gone = async (milliseconds: number) => {
    const timer = Promise.withResolvers<boolean>()
    const handle = setTimeout(timer.resolve, milliseconds, false)
    return await Promise.race([ended.then(() => true), timer.promise]).finally(() => clearTimeout(handle))
  }
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return
  server.ref()
  for (const [signal, patience] of [
    ['SIGINT', 5_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 2_000],
  ] as const) {
    server.kill(signal)
    if (await gone(patience)) return
  }
}

// A word on its input means the server ended as told; the end of the input means that its parent is gone.
function startGuard(pid: number): ChildProcess {
  const script = [
    'read -r word && exit 0',
    'kill -INT "$1"',
    'tries=0; while kill -0 "$1" && [ $tries -lt 50 ]; do sleep 0.1; tries=$((tries + 1)); done',
    'kill -QUIT "$1"',
  ].join('; ')
  const guard = spawn('/bin/sh', ['-c', script, 'sh', String(pid)], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => {})
  guard.stdin?.on('error', () => {})
  guard.unref()
  letGo(guard.stdin)
  return guard
}

// A pipe keeps the process running like any socket; its declared type hides that it can be told not to.
function letGo(pipe: unknown): void {
  ;(pipe as { unref?: () => void } | null)?.unref?.()
}
