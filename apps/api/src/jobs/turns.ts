import { Prisma, type Tx } from '@sundown/db'
import { queueNames } from './contracts.ts'

interface Waiting {
  readonly tenantId: string
  readonly id: string
}

/**
 * The turn of each scan in the queue, smallest first: a tenant's scans follow each other, and the first of them stands
 * beside the first of everybody else. So who asks for one scan waits for one scan of each tenant before, however many they
 * asked for (start-time fair queueing, Goyal, Vin and Cheng 1996).
 */
export async function turnsOf(tx: Tx, scans: readonly Waiting[]): Promise<ReadonlyMap<string, number>> {
  const tenants = [...new Set(scans.map((scan) => scan.tenantId))]
  const waiting = Prisma.sql`name = ${queueNames.scan} AND state < 'active' AND NOT blocked`
  const [front] = await tx.$queryRaw<[{ turn: number }]>`
    SELECT coalesce(-max(priority), 0) AS turn FROM pgboss.job WHERE ${waiting}`
  const last = await tx.$queryRaw<{ tenantId: string; turn: number }[]>`
    SELECT group_id AS "tenantId", -min(priority) AS turn FROM pgboss.job
    WHERE ${waiting} AND group_id = ANY (${tenants}) GROUP BY group_id`
  const next = new Map(last.map(({ tenantId, turn }) => [tenantId, turn + 1]))
  return new Map(
    scans.map(({ tenantId, id }) => {
      const turn = Math.max(front.turn, next.get(tenantId) ?? 0)
      next.set(tenantId, turn + 1)
      return [id, turn]
    }),
  )
}
