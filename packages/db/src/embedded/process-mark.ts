import { readFile } from 'node:fs/promises'

/** A process that cannot be mistaken for a later one with the same number. */
export interface ProcessMark {
  readonly pid: number
  /** Start time in clock ticks since boot, from /proc; null where the system has none. */
  readonly started: string | null
}

export async function markOf(pid: number): Promise<ProcessMark> {
  return { pid, started: await startTime(pid) }
}

/** Whether the marked process still runs; a zombie does not. */
export async function isAlive(mark: ProcessMark): Promise<boolean> {
  if (!exists(mark.pid)) return false
  const started = await startTime(mark.pid)
  return started === null ? process.platform !== 'linux' : mark.started === null || mark.started === started
}

/** Waits until the process is gone; false when it still runs after `milliseconds`. */
export async function goneWithin(mark: ProcessMark, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (await isAlive(mark)) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return true
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function startTime(pid: number): Promise<string | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  if (text === null) return null
  // proc(5): the name in brackets may hold anything, so count from the last bracket; state is field 3, start field 22.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields[0] === 'Z' ? null : (fields[19] ?? null)
}
