/** Real servers as child processes: started, waited for, and ended with all that they started. */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { connect } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface Daemon {
  readonly stop: () => Promise<void>
}

export interface Command {
  readonly command: string
  readonly args: readonly string[]
  /** Ports that must accept before the server counts as started. */
  readonly ports: readonly number[]
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly uid?: number
  readonly gid?: number
}

/** Throws with what the server said where it ends, or does not listen within 30 s. */
export async function startDaemon({ command, args, ports, cwd, env, uid, gid }: Command): Promise<Daemon> {
  // A test run that is killed tells nobody: where it can, the system ends its servers.
  const setpriv = findProgram('setpriv')
  const line = setpriv === null ? [command, ...args] : [setpriv, '--pdeathsig', 'TERM', command, ...args]
  const child = spawn(line[0] ?? command, line.slice(1), {
    // A group of its own, so that workers end with it.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    ...(cwd === undefined ? {} : { cwd }),
    ...(uid === undefined ? {} : { uid }),
    ...(gid === undefined ? {} : { gid }),
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-4000)
    })
  child.stdin.on('error', () => {})
  let ended = false
  const end = new Promise<void>((resolve) => {
    const done = () => {
      ended = true
      resolve()
    }
    child.once('exit', done).once('error', (error) => {
      said += error.message
      done()
    })
  })
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name)
    } catch {
      // The group is gone already.
    }
  }
  const kill = () => signal('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    running.delete(daemon)
    signal('SIGTERM')
    await Promise.race([end, pause(2000)])
    signal('SIGKILL')
    await end
  }
  const daemon: Daemon = { stop }
  running.add(daemon)
  const deadline = Date.now() + 30_000
  for (const port of ports) {
    while (!(await accepts(port))) {
      if (ended || Date.now() > deadline) {
        await stop()
        throw new Error(`${command} ${args.join(' ')} does not listen on ${port}: ${said}`)
      }
      await pause(50)
    }
  }
  return daemon
}

/** Ends every server of this process, also those of a stack that did not start as a whole. */
export async function stopDaemons(): Promise<void> {
  await Promise.all([...running].map(({ stop }) => stop()))
}
const running = new Set<Daemon>()

/** Full path of a program, looked for where daemons live too; null where the machine has none. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/exim/usr/sbin']
  for (const folder of folders) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return null
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })
}
