/** Appends what a process says to its log file, as structured lines, for as long as it says something. */
import type { ChildProcess } from 'node:child_process'
import { createWriteStream, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { finished } from 'node:stream/promises'

import { structuredLines } from './structured-lines.ts'

/** A log that cannot be written, on a full disk for instance, is told once and stops nothing. */
export function keepLog(child: ChildProcess, name: string, file: string, say: (line: string) => void): void {
  mkdirSync(dirname(file), { recursive: true })
  const log = createWriteStream(file, { flags: 'a' })
  log.once('error', (error) => say(`The log ${file} cannot be written (${error.message}).`))
  log.on('error', () => {})
  const said = ([child.stdout, child.stderr] as const).flatMap((stream, index) =>
    stream === null ? [] : [stream.pipe(structuredLines(name, index === 0 ? 'info' : 'error'))],
  )
  for (const lines of said) {
    lines.pipe(log, { end: false })
    // A process keeps running although its log is lost: its words are still read.
    log.once('error', () => lines.resume())
  }
  Promise.allSettled(said.map((lines) => finished(lines))).then(() => log.end())
}
