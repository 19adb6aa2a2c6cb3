import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

import { keepLog } from './keep-log.ts'

const talker = () =>
  spawn(process.execPath, ['-e', 'for (let n = 0; n < 20000; n++) console.log("word", n); console.error("last")'])

it('keeps every line that a process wrote, also those just before its end', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'sundown-log-')), 'logs/talker.log')
  keepLog(talker(), 'talker', file, () => {})
  await vi.waitFor(() => expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(20_001), 20_000)
  const levels = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).level)
  expect(levels.filter((level) => level === 'error')).toHaveLength(1)
})

it('tells once that a log cannot be written, and lets the process go on to its end', async () => {
  const told: string[] = []
  const child = talker()
  keepLog(child, 'talker', '/dev/full', (line) => told.push(line))
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
  await vi.waitFor(() => expect(told).toHaveLength(1))
  expect(told[0]).toMatch(/^The log \/dev\/full cannot be written \(ENOSPC/)
})
