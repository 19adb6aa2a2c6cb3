import { type ApplicableDeadline, clouds, deadlinesFor } from '@sundown/core/deadlines'
import { starttlsKinds } from '@sundown/core/target'
import type { Context } from '../../context.ts'
import type { PageWindow } from '../../graphql/page.ts'
import { presentDeadlines } from '../../judging/rulings.ts'
import { keyset } from '../../paging/keyset.ts'
import type { TenantRow } from '../tenant/index.ts'

/** Customers that the viewer reaches on a partner's behalf at this moment. */
export interface Portfolio {
  readonly tenantIds: readonly string[]
}

/** Exactly the customers whose delegation stands and is assigned to the viewer: the same set under every list and total. */
export function portfolioOf({ viewer }: Context, partnerId: string): Portfolio {
  const ways = viewer?.memberships.filter((way) => way.partnerId === partnerId && way.permissions.has('tenant.read'))
  return { tenantIds: [...new Set(ways?.map((way) => way.tenantId))] }
}

const byName = { column: 'name', nullable: false }

export async function listCustomers(
  context: Context,
  { tenantIds }: Portfolio,
  window: PageWindow,
): Promise<TenantRow[]> {
  if (tenantIds.length === 0) return []
  const { where, orderBy } = keyset(byName, 'asc', window)
  const rows = await context.read((tx) =>
    tx.tenant.findMany({ where: { AND: [{ id: { in: [...tenantIds] } }, where] }, orderBy, take: window.take }),
  )
  for (const { id } of rows) context.saw(id)
  return rows
}

export interface SharedDeadline {
  readonly deadline: ApplicableDeadline
  /** How many customers it concerns. */
  readonly customers: number
  /** How many of their endpoints. */
  readonly endpoints: number
}

/** The dates to come over all customers, the next first, each with how much it concerns. */
export async function deadlinesOver(context: Context, { tenantIds }: Portfolio): Promise<SharedDeadline[]> {
  if (tenantIds.length === 0) return []
  for (const id of tenantIds) context.saw(id)
  const ids = [...tenantIds]
  const { tenants, kinds, known } = await context.read(async (tx) => ({
    tenants: await tx.tenant.findMany({ where: { id: { in: ids } }, select: { id: true, cloud: true } }),
    kinds: await tx.endpoint.groupBy({
      by: ['tenantId', 'role', 'starttls', 'port'],
      where: { tenantId: { in: ids }, deletedAt: null },
      _count: { _all: true },
    }),
    known: await presentDeadlines(tx),
  }))
  const now = context.app.now()
  const cloudOf = new Map(tenants.map(({ id, cloud }) => [id, clouds.find((one) => one === cloud) ?? 'worldwide']))
  const found = new Map<string, { deadline: ApplicableDeadline; customers: Set<string>; endpoints: number }>()
  for (const { tenantId, role, starttls, port, _count } of kinds) {
    const kind = starttlsKinds.find((one) => one === starttls) ?? null
    const subject = { role, port, starttls: kind, cloud: cloudOf.get(tenantId) ?? 'worldwide' }
    for (const deadline of deadlinesFor(subject, now, known)) {
      if (deadline.daysLeft < 0) continue
      const entry = found.get(deadline.id) ?? { deadline, customers: new Set<string>(), endpoints: 0 }
      entry.customers.add(tenantId)
      entry.endpoints += _count._all
      found.set(deadline.id, entry)
    }
  }
  return [...found.values()]
    .map(({ deadline, customers, endpoints }) => ({ deadline, customers: customers.size, endpoints }))
    .sort(
      (a, b) => Number(a.deadline.earliest) - Number(b.deadline.earliest) || a.deadline.daysLeft - b.deadline.daysLeft,
    )
}
