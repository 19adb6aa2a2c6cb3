/** What is checked before anything is started, so that a refusal comes at once and in one sentence. */
import { mkdirSync, statSync } from 'node:fs'
import { createServer } from 'node:net'

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
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 })
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const what = code === 'EEXIST' || code === 'ENOTDIR' ? 'a file is in its place' : `it cannot be made (${code})`
    throw new StartError(
      `The data folder ${folder} is not usable: ${what}. Set SUNDOWN_DATA_DIR to a folder that you may write.`,
    )
  }
  if (!statSync(folder).isDirectory() || !isWritable(folder)) {
    throw new StartError(
      `The data folder ${folder} cannot be written by this user. Change its owner, or set SUNDOWN_DATA_DIR to another folder.`,
    )
  }
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
