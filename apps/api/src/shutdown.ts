import { setTimeout as sleep } from 'node:timers/promises'
import type { Logger } from 'pino'

const patience = 4_500

/**
 * Ends the process well on SIGTERM or SIGINT: closers run in the given order, and what hangs is left behind after 4.5 s.
 */
export function endOnSignal(log: Logger, closers: readonly (() => Promise<unknown>)[]): void {
  let ending = false
  const end = async (signal: string) => {
    if (ending) return
    ending = true
    log.info({ signal }, 'ending')
    const orderly = (async () => {
      for (const close of closers) await close().catch((err: unknown) => log.error({ err }, 'could not close'))
      return true
    })()
    const done = await Promise.race([orderly, sleep(patience, false, { ref: false })])
    log.info(done ? 'ended' : 'ended without waiting any longer')
    process.exit(0)
  }
  process.on('SIGTERM', () => end('SIGTERM'))
  process.on('SIGINT', () => end('SIGINT'))
}

/** Runs a process; one that cannot start says why in one sentence and ends with 1. */
export async function runProcess(start: () => Promise<void>): Promise<void> {
  try {
    await start()
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    // Before any log exists; the form is that of a log line, because whoever watches reads those.
    process.stdout.write(`${JSON.stringify({ level: 'fatal', time: new Date().toISOString(), msg: words })}\n`)
    process.exit(1)
  }
}
