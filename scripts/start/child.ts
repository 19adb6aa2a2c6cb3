/** One supervised process: started, watched, started again when it dies, and stopped with all it started. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { keepLog } from './keep-log.ts'
import { root } from './settings.ts'
import { StartError } from './start-error.ts'

export interface ChildSpec {
  readonly name: string
  /** Arguments of node: the entry and its own. */
  readonly args: readonly string[]
  readonly cwd?: string
  readonly env: Readonly<Record<string, string>>
  /** Answers 200 once the process can do its work. */
  readonly readyUrl: string
  readonly logFile: string
}

const firstStartMilliseconds = 60_000
const longestPauseMilliseconds = 10_000

export class Child {
  readonly spec: ChildSpec
  #process: ChildProcess | null = null
  #stopping = false
  #pause = 250
  readonly #say: (line: string) => void

  constructor(spec: ChildSpec, say: (line: string) => void) {
    this.spec = spec
    this.#say = say
  }

  /** Resolves when the process is ready; rejects with its last words when it ends before that. */
  async start(): Promise<void> {
    const child = this.#spawn()
    let ended = false
    child.once('exit', () => {
      ended = true
    })
    const deadline = Date.now() + firstStartMilliseconds
    while (!(await isReady(this.spec.readyUrl))) {
      if (this.#stopping) return
      if (ended) throw new StartError(`The ${this.spec.name} ended while starting.${this.#lastWords()}`)
      if (Date.now() > deadline) {
        throw new StartError(
          `The ${this.spec.name} was not ready within ${firstStartMilliseconds / 1000} s. Its log is ${this.spec.logFile}.${this.#lastWords()}`,
        )
      }
      await sleep(100)
    }
    child.once('exit', (code, signal) => this.#startAgain(code ?? signal))
    if (ended) this.#startAgain('early')
  }

  async stop(milliseconds: number): Promise<void> {
    this.#stopping = true
    const child = this.#process
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const exited = new Promise<void>((settle) => child.once('exit', () => settle()))
    child.kill('SIGTERM')
    await Promise.race([exited, sleep(milliseconds, undefined, { ref: false })])
    killGroup(child)
    await exited
  }

  #spawn(): ChildProcess {
    const { spec } = this
    // A group of its own: Ctrl-C reaches the launcher alone, which stops everything in order.
    const child = spawn(process.execPath, ['--import', join(root, 'scripts/start/exit-with-parent.ts'), ...spec.args], {
      cwd: spec.cwd ?? root,
      env: { ...withoutSecrets(process.env), ...spec.env, SUNDOWN_EXIT_WITH_PARENT: '1' },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    })
    keepLog(child, spec.name, spec.logFile, this.#say)
    child.once('error', (error) => this.#say(`The ${spec.name} could not be run: ${error.message}`))
    this.#process = child
    return child
  }

  async #startAgain(cause: number | string | null): Promise<void> {
    if (this.#stopping) return
    if (this.#process !== null) killGroup(this.#process)
    this.#say(`The ${this.spec.name} stopped (${cause}); starting it again. Its log is ${this.spec.logFile}.`)
    const bornAt = Date.now()
    await sleep(this.#pause)
    if (this.#stopping) return
    const child = this.#spawn()
    child.once('exit', (code, signal) => {
      const livedLong = Date.now() - bornAt > 30_000
      this.#pause = livedLong ? 250 : Math.min(this.#pause * 2, longestPauseMilliseconds)
      this.#startAgain(code ?? signal)
    })
  }

  #lastWords(): string {
    try {
      const lines = readFileSync(this.spec.logFile, 'utf8').trimEnd().split('\n').slice(-5).map(plainLine)
      return lines.length > 0 ? `\n  ${lines.join('\n  ')}` : ''
    } catch {
      return ''
    }
  }
}

/** A structured log line shown to a person is its message. */
function plainLine(line: string): string {
  try {
    const entry = JSON.parse(line) as { msg?: string; err?: { message?: string } }
    return [entry.msg, entry.err?.message].filter(Boolean).join(': ') || line
  } catch {
    return line
  }
}

/** Each process is given the secrets that it needs by its own list, and inherits none. */
function withoutSecrets({
  DATABASE_URL: _url,
  DATABASE_URL_FILE: _urlFile,
  SUNDOWN_SECRET: _secret,
  SUNDOWN_SECRET_FILE: _secretFile,
  ...rest
}: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return rest
}

function killGroup(child: ChildProcess): void {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  } catch {
    // The group is gone, which is what was wanted.
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
