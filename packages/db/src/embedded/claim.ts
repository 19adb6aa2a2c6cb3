import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseError } from '../database-error.ts'
import { isAlive, markOf, type ProcessMark } from './process-mark.ts'

/**
 * Makes this process the only one that touches the data folder, and returns how to let go. A claim whose process is gone
 * does not count.
 */
export async function claim(dataDir: string): Promise<() => Promise<void>> {
  const file = join(dataDir, 'owner.json')
  const mark = JSON.stringify(await markOf(process.pid))
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeFile(file, mark, { flag: 'wx' })
      return async () => await rm(file, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || attempt === 3) throw unwritable(dataDir, error)
    }
    const owner = await readFile(file, 'utf8')
      .then((text) => JSON.parse(text) as ProcessMark)
      .catch(() => null)
    if (owner !== null && (await isAlive(owner))) {
      throw new DatabaseError(
        'data-dir-in-use',
        `The data folder ${dataDir} is in use by process ${owner.pid}. Stop that one first, or name another folder in SUNDOWN_DATA_DIR.`,
      )
    }
    await rm(file, { force: true })
  }
}

/** The folder cannot be made or written; `cause` says how the system put it. */
export function unwritable(dataDir: string, cause: unknown): DatabaseError {
  const { code, message } = cause as NodeJS.ErrnoException
  return new DatabaseError(
    'data-dir-unwritable',
    `The data folder ${dataDir} cannot be written (${code ?? message}). Give it to this user, or name another folder in SUNDOWN_DATA_DIR.`,
    cause,
  )
}
