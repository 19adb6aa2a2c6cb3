import pg from 'pg'

export interface HistoryTended {
  /** Partitions made for this and the coming months. */
  readonly made: number
  /** Partitions dropped, oldest first. */
  readonly dropped: readonly string[]
}

/**
 * The daily chore of history: makes the coming months' partitions, and drops the months that lie wholly before `keepFrom`
 * with the facts and findings that only they pointed at. An endpoint keeps its last verdict. Connects as the login user,
 * who owns the tables. Safe to run in several processes at once and to break off: each month is one transaction.
 */
export async function tendHistory(url: string, options: { readonly keepFrom?: Date } = {}): Promise<HistoryTended> {
  const client = new pg.Client({ connectionString: url, application_name: 'sundown-history' })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey])
    const { rows } = await client.query<{ made: number }>('select ensure_history_partitions() as made')
    const dropped = options.keepFrom === undefined ? [] : await dropBefore(client, options.keepFrom)
    return { made: rows[0]?.made ?? 0, dropped }
  } finally {
    await client.end().catch(() => {})
  }
}

const lockKey = 7_205_759_404

async function dropBefore(client: pg.Client, keepFrom: Date): Promise<string[]> {
  const bound = new Date(Date.UTC(keepFrom.getUTCFullYear(), keepFrom.getUTCMonth(), 1))
  const dropped: string[] = []
  for (const month of await monthsBefore(client, bound)) {
    await transaction(client, async () => {
      // Rows made just after midnight of the month's last day belong to the next partition and point back into this one.
      const end = await boundOf(client, month.end)
      await client.query('set local role sundown_keeper')
      await client.query('update "Endpoint" set "lastScanId" = null where "lastScanId" < $1', [end])
      await client.query('delete from "Finding" where "scanResultId" < $1', [end])
      await client.query(
        'delete from "Finding" f using "ScanResult" r where r."tenantId" = f."tenantId" and r."id" = f."scanResultId" and r."scanId" < $1',
        [end],
      )
      await client.query('delete from "ScanResult" where "scanId" < $1 and "id" >= $1', [end])
      await client.query('reset role')
      for (const parent of ['ScanResult', 'Scan']) {
        const name = `${parent}_${month.name}`
        const there = await client.query('select 1 where to_regclass($1) is not null', [`public."${name}"`])
        if (there.rowCount === 0) continue
        await client.query(`alter table "${parent}" detach partition "${name}"`)
        await client.query(`drop table "${name}"`)
        dropped.push(name)
      }
    })
  }
  await transaction(client, () => deleteRemains(client, bound))
  return dropped
}

// What never had a partition of its own lies in the default one.
async function deleteRemains(client: pg.Client, bound: Date): Promise<void> {
  const end = await boundOf(client, bound)
  await client.query('set local role sundown_keeper')
  await client.query('delete from "ScanResult" where "id" < $1', [end])
  await client.query('delete from "Scan" where "id" < $1', [end])
  await client.query(
    `delete from "FactSet" f where f."lastSeenAt" < $1
     and not exists (select from "ScanResult" r where r."tenantId" = f."tenantId" and r."factsHash" = f."hash")`,
    [bound],
  )
}

interface Month {
  /** `2026_11`, as in the partition's name. */
  readonly name: string
  /** The first moment after it. */
  readonly end: Date
}

async function monthsBefore(client: pg.Client, bound: Date): Promise<Month[]> {
  const { rows } = await client.query<{ name: string }>(
    `select distinct substring(c.relname from '[0-9]{4}_[0-9]{2}$') as name
     from pg_inherits join pg_class c on c.oid = inhrelid
     where inhparent in ('"Scan"'::regclass, '"ScanResult"'::regclass) and c.relname ~ '_[0-9]{4}_[0-9]{2}$' order by 1`,
  )
  return rows
    .map(({ name }) => ({ name, end: new Date(Date.UTC(Number(name.slice(0, 4)), Number(name.slice(5)), 1)) }))
    .filter(({ end }) => end <= bound)
}

async function boundOf(client: pg.Client, moment: Date): Promise<string> {
  const { rows } = await client.query<{ bound: string }>('select history_bound($1) as bound', [moment])
  return rows[0]?.bound ?? ''
}

async function transaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}
