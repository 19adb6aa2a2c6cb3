import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Api, startApi, until } from './harness.ts'

let api: Api
let admin: pg.Client

beforeAll(async () => {
  api = await startApi({ worker: true })
  admin = new pg.Client({ connectionString: api.db.adminUrl })
  await admin.connect()
})
afterAll(async () => {
  await admin?.end()
  await api?.close()
})

it('has a time for every chore', async () => {
  const { rows } = await admin.query<{ name: string; cron: string }>('select name, cron from pgboss.schedule')
  const times = new Map(rows.map(({ name, cron }) => [name, cron]))
  for (const chore of ['regrade-all', 'recheck-domains', 'tend-history'])
    expect(times.get(chore), chore).toMatch(/^\d+ (\d+|\*) \* \* \*$/)
})

it('tends the history when a worker starts: months to come have their partitions', async () => {
  await until(async () => {
    const { rows } = await admin.query(
      `select state from pgboss.job where name = 'tend-history' and state = 'completed'`,
    )
    return rows.length > 0
  })
  const next = new Date()
  next.setUTCDate(1)
  next.setUTCMonth(next.getUTCMonth() + 1)
  const name = `Scan_${next.toISOString().slice(0, 7).replace('-', '_')}`
  const { rows } = await admin.query('select to_regclass($1) is not null as there', [`public."${name}"`])
  expect(rows).toEqual([{ there: true }])
})
