import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { root } from './settings.ts'

let taken: Server
let takenPort: number

beforeAll(async () => {
  taken = createServer()
  await new Promise<void>((settle) => taken.listen(0, '127.0.0.1', settle))
  takenPort = (taken.address() as { port: number }).port
})
afterAll(() => taken.close())

async function start(env: Record<string, string>): Promise<{ code: number | null; stderr: string }> {
  const child = spawn(process.execPath, [join(root, 'scripts/start/main.ts')], {
    env: { PATH: process.env.PATH ?? '', SUNDOWN_DATA_DIR: mkdtempSync(join(tmpdir(), 'sundown-start-')), ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const code = await new Promise<number | null>((settle) => child.once('close', settle))
  return { code, stderr: stderr.trim() }
}

describe('pnpm start refuses in one sentence', () => {
  it.each([
    ['SUNDOWN_PORTAL_PORT', 'the portal'],
    ['SUNDOWN_API_PORT', 'the API'],
    ['SUNDOWN_WORKER_PORT', 'the worker'],
    ['SUNDOWN_LAB_PORT', 'the practice lab'],
  ])('where the port of %s is taken', async (variable, purpose) => {
    const free = {
      SUNDOWN_PORTAL_PORT: '38451',
      SUNDOWN_API_PORT: '38452',
      SUNDOWN_WORKER_PORT: '38453',
      SUNDOWN_LAB_PORT: '38460',
    }
    const { code, stderr } = await start({ ...free, [variable]: String(takenPort) })
    expect(code).toBe(1)
    expect(stderr).toContain(`Port ${takenPort} on 127.0.0.1, wanted for ${purpose}, is taken by another program.`)
    expect(stderr).toContain(`set ${variable} to a free port`)
    expect(stderr.split('\n')).toHaveLength(1)
  })

  it('where a file is in the place of the data folder', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'sundown-start-')), 'data')
    writeFileSync(file, '')
    const { code, stderr } = await start({ SUNDOWN_DATA_DIR: file })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The data folder .* is a file\. .*set SUNDOWN_DATA_DIR/)
  })

  it('where the data folder cannot be made, even by root', async () => {
    const { code, stderr } = await start({ SUNDOWN_DATA_DIR: '/proc/sundown' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/^The data folder \/proc\/sundown cannot be made .*Set SUNDOWN_DATA_DIR/)
  })

  it('where a port is not a number', async () => {
    const { code, stderr } = await start({ SUNDOWN_API_PORT: 'four thousand' })
    expect(code).toBe(1)
    expect(stderr).toBe('SUNDOWN_API_PORT is "four thousand"; it must be a port number from 1 to 65535.')
  })
})
