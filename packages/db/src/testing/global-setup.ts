import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type RunningTestCluster, startTestCluster } from './cluster.ts'

/**
 * Vitest global set-up: one server for the whole run, started when the first test asks for it. `TEST_DATABASE_URL` names
 * one that is there already.
 */
export default async function setup(): Promise<() => Promise<void>> {
  let cluster: Promise<RunningTestCluster> | undefined
  const broker = createServer((_request, response) => {
    cluster ??= startTestCluster(process.env.TEST_DATABASE_URL)
    cluster.then(
      ({ adminUrl, loginUrl, template }) => response.end(JSON.stringify({ adminUrl, loginUrl, template })),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    )
  })
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve))
  process.env.SUNDOWN_TEST_CLUSTER = `http://127.0.0.1:${(broker.address() as AddressInfo).port}/`

  return async () => {
    broker.close()
    broker.closeAllConnections()
    const running = await cluster?.catch(() => undefined)
    await running?.stop()
  }
}
