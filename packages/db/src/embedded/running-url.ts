import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

/** Address of the database that runs in a data folder, for a second process on the same machine; null where none does. */
export async function runningUrl(dataDir: string): Promise<string | null> {
  try {
    const { login } = JSON.parse(await readFile(join(dataDir, 'passwords.json'), 'utf8')) as { login: string }
    const port = (await readFile(join(dataDir, 'port'), 'utf8')).trim()
    const url = `postgresql://sundown:${login}@127.0.0.1:${port}/sundown`
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    await client.connect()
    await client.end()
    return url
  } catch {
    return null
  }
}
