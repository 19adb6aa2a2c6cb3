/** What is checked before anything is started, so that a refusal comes at once and in one sentence. */
import { existsSync, mkdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'

import { isWritable, type Settings } from './settings.ts'
import { StartError } from './start-error.ts'

export async function preflight(settings: Settings): Promise<void> {
  makeDataFolder(settings.dataDir)
  await expectFree(settings.portal.host, settings.portal.port, 'SUNDOWN_PORTAL_PORT', 'the portal')
  await expectFree(settings.api.host, settings.api.port, 'SUNDOWN_API_PORT', 'the API')
  await expectFree('127.0.0.1', settings.worker.port, 'SUNDOWN_WORKER_PORT', 'the worker')
  if (settings.labPort !== null) {
    await expectFree('127.0.0.1', settings.labPort, 'SUNDOWN_LAB_PORT', 'the practice lab')
  }
}

function makeDataFolder(folder: string): void {
  const refuse = (why: string, what: string) => new StartError(`The data folder ${folder} ${why}. ${what}`)
  try {
    makeWithParents(folder)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw refuse(`cannot be made (${code})`, 'Set SUNDOWN_DATA_DIR to a folder that you may write.')
  }
  if (!statSync(folder).isDirectory()) {
    throw refuse('is a file', 'Move that file away, or set SUNDOWN_DATA_DIR to another folder.')
  }
  if (!isWritable(folder)) {
    throw refuse('cannot be written by this user', 'Change its owner, or set SUNDOWN_DATA_DIR to another folder.')
  }
}

/** Folder by folder: Node's own `recursive` never returns where the file system answers ENOENT to a mkdir, as /proc does. */
function makeWithParents(folder: string): void {
  if (existsSync(folder)) return
  makeWithParents(dirname(folder))
  mkdirSync(folder, { mode: 0o755 })
}

async function expectFree(host: string, port: number, variable: string, purpose: string): Promise<void> {
  const server = createServer()
  const code = await new Promise<string | null>((settle) => {
    server.once('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'unknown'))
    server.listen({ host, port, exclusive: true }, () => server.close(() => settle(null)))
  })
  if (code === null) return
  if (code === 'EADDRINUSE') {
    throw new StartError(
      `Port ${port} on ${host}, wanted for ${purpose}, is taken by another program. Stop that program, or set ${variable} to a free port.`,
    )
  }
  if (code === 'EACCES') {
    throw new StartError(
      `Port ${port}, wanted for ${purpose}, needs more rights. Set ${variable} to a port above 1023.`,
    )
  }
  throw new StartError(
    `Cannot listen on ${host}:${port} for ${purpose} (${code}). Check ${variable} and the host set beside it.`,
  )
}
