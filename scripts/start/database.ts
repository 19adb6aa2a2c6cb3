/** The embedded PostgreSQL as a process of its own, so that it ends with the launcher however the launcher ends. */
import { startEmbedded } from '@sundown/db/embedded'

import { sentenceOf } from './start-error.ts'

export type DatabaseMessage = { readonly url: string } | { readonly refusal: string }

const [dataDir] = process.argv.slice(2)
if (dataDir === undefined || process.send === undefined) throw new Error('started by the launcher only')

try {
  const server = await startEmbedded({ dataDir, onLog: (line) => process.stdout.write(`${line}\n`) })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await server.stop()
    process.exit(0)
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  process.on('disconnect', stop)
  process.send({ url: server.url } satisfies DatabaseMessage)
} catch (error) {
  const refusal = sentenceOf(error) ?? String((error as Error).stack ?? error)
  process.send({ refusal } satisfies DatabaseMessage, () => process.exit(1))
}
