import type { Policy } from '@sundown/core/policy'
import type { HistoryRegrade } from '@sundown/db'
import type { Context } from '../../context.ts'
import { policyById, type Rulings, rulingsOf, tenantPolicy } from '../../judging/rulings.ts'

const perTenant = (context: Context) => {
  const known = new Map<string, Promise<Rulings>>()
  return (tenantId: string): Promise<Rulings> => {
    const found = known.get(tenantId) ?? context.read((tx) => rulingsOf(tx, tenantId))
    known.set(tenantId, found)
    return found
  }
}

/** By what a tenant's endpoints are judged now; read once per request. */
export const rulings = (context: Context, tenantId: string): Promise<Rulings> => context.once(perTenant)(tenantId)

/** The same under a policy by its id; null where there is no such policy. */
export async function rulingsUnder(context: Context, tenantId: string, policyId: string): Promise<Rulings | null> {
  const present = await rulings(context, tenantId)
  if (present.policy.id === policyId) return present
  const policy = await context.read((tx) => policyById(tx, tenantId, policyId))
  return policy && { ...present, policy }
}

/** The tenant's own policies, newest first. */
export async function ownPolicies(context: Context, tenantId: string): Promise<Policy[]> {
  const rows = await context.read((tx) =>
    tx.tenantPolicy.findMany({ where: { tenantId }, orderBy: { createdAt: 'desc' }, take: 100 }),
  )
  return rows.flatMap((row) => tenantPolicy(row) ?? [])
}

/** Where the judging of a tenant's older scans stands. */
export const historyRegradeOf = (context: Context, tenantId: string): Promise<HistoryRegrade | null> =>
  context.read((tx) => tx.historyRegrade.findUnique({ where: { tenantId } }))
