import type { Tx } from '@sundown/db'
import type { Connections } from '../../../connections.ts'
import { type DelegationRow, patience } from '../loaders.ts'

const day = 86_400_000
/** Days before its end that a delegation which extends itself is extended. */
const ahead = 14
/** Days that a delegation lasts at most from the day that it was allowed or extended. */
const longest = 730

type Working = Pick<Connections, 'database' | 'now' | 'log'>

/**
 * Writes down what time has done to delegations: requests that nobody answered lapse, those whose time ran out end, and
 * those that both sides want to go on get a new end. What they allow never waits for this: time is asked at every request.
 */
export async function tendDelegations({ database, now, log }: Working): Promise<void> {
  const at = now()
  const due = await database.asKeeper((tx) =>
    tx.delegation.findMany({
      where: {
        OR: [
          { status: 'REQUESTED', requestedAt: { lt: new Date(at.getTime() - patience * day) } },
          { status: 'ACTIVE', expiresAt: { lte: at } },
          { status: 'ACTIVE', extends: true, expiresAt: { lte: new Date(at.getTime() + ahead * day) } },
        ],
      },
      select: { tenantId: true, id: true, partnerId: true },
      orderBy: { id: 'asc' },
      take: 5_000,
    }),
  )
  for (const { tenantId, id, partnerId } of due)
    await database.asTenants({ tenants: [tenantId, partnerId], user: null }, async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`delegation ${id}`}, 0))`
      const row = await tx.delegation.findFirst({ where: { tenantId, id } })
      const change = row && changeAt(row, at)
      if (change) await write(tx, row, change)
    })
  if (due.length > 0) log.info({ delegations: due.length }, 'delegations tended')
}

interface Change {
  readonly action: 'delegationLapse' | 'delegationEnd' | 'delegationExtend'
  readonly data: Partial<Pick<DelegationRow, 'status' | 'endedAt' | 'expiresAt' | 'extendedAt'>>
}

/** What has become of a delegation; null where nothing has. */
export function changeAt(
  { status, requestedAt, expiresAt, extends: moves, days }: DelegationRow,
  at: Date,
): Change | null {
  if (status === 'REQUESTED' && at.getTime() - requestedAt.getTime() > patience * day)
    return { action: 'delegationLapse', data: { status: 'LAPSED' } }
  if (status !== 'ACTIVE' || !expiresAt) return null
  if (expiresAt <= at) return { action: 'delegationEnd', data: { status: 'ENDED', endedAt: expiresAt } }
  if (!moves || expiresAt.getTime() - at.getTime() > ahead * day) return null
  const next = new Date(Math.min(expiresAt.getTime() + days * day, at.getTime() + longest * day))
  return { action: 'delegationExtend', data: { expiresAt: next, extendedAt: at } }
}

async function write(tx: Tx, row: DelegationRow, { action, data }: Change): Promise<void> {
  const { tenantId, id, partnerId, customerName, partnerName } = row
  await tx.delegation.updateMany({ where: { tenantId, id }, data })
  const after = { customerName, partnerName, ...(data.expiresAt ? { expiresAt: data.expiresAt.toISOString() } : {}) }
  for (const side of [tenantId, partnerId].sort())
    await tx.auditEntry.createMany({
      data: { tenantId: side, actorKind: 'SYSTEM', action, subjectKind: 'Delegation', subjectId: id, after },
    })
}
