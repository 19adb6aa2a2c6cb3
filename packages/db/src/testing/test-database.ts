import { randomBytes } from 'node:crypto'
import { createDatabase, type Database } from '../database.ts'
import { onServer, startTestCluster, type TestCluster, withDatabase } from './cluster.ts'

export interface TestDatabase {
  /** As the product's login user: what `DATABASE_URL` would be. */
  readonly url: string
  /** As somebody whom row-level security does not hold, to look at what is really stored. Same user with TEST_DATABASE_URL. */
  readonly adminUrl: string
  readonly database: Database
  /** Closes the connections and drops the database. */
  close(): Promise<void>
}

/**
 * A database of its own with the whole schema and no row, made in well under a second. In a vitest run all of them share
 * one server; elsewhere each call starts one.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { cluster, release } = await findCluster()
  const name = `sundown_test_${randomBytes(6).toString('hex')}`
  await onServer(cluster.adminUrl, async (client) => {
    const owner = client.escapeIdentifier(new URL(cluster.loginUrl).username)
    await client.query(`create database ${name} template ${cluster.template} owner ${owner}`)
  })
  const url = withDatabase(cluster.loginUrl, name)
  const database = createDatabase({ url, poolSize: 4 })
  return {
    url,
    adminUrl: withDatabase(cluster.adminUrl, name),
    database,
    close: async () => {
      await database.close()
      await onServer(cluster.adminUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`)
      })
      await release()
    },
  }
}

async function findCluster(): Promise<{ cluster: TestCluster; release: () => Promise<void> }> {
  const broker = process.env.SUNDOWN_TEST_CLUSTER
  if (broker === undefined) {
    const own = await startTestCluster(process.env.TEST_DATABASE_URL)
    return { cluster: own, release: own.stop }
  }
  const response = await fetch(broker)
  if (!response.ok) throw new Error(`no test server: ${await response.text()}`)
  return { cluster: (await response.json()) as TestCluster, release: async () => {} }
}
