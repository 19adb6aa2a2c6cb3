import { customPolicy } from '@sundown/core/custom-policy'
import { type Cloud, clouds, type Deadline, deadlines as shipped } from '@sundown/core/deadlines'
import { defaultPolicy, type Policy, policyNamed } from '@sundown/core/policy'
import type { DeadlineRecord, TenantPolicy, Tx } from '@sundown/db'

/** By what a tenant's endpoints are judged. */
export interface Rulings {
  readonly policy: Policy
  readonly cloud: Cloud
  /** Those that ship with what operators added and moved. */
  readonly deadlines: readonly Deadline[]
}

export interface DeadlineDocument extends Deadline {
  /** Record that this one replaces. */
  readonly supersedes?: string
}

/** The rulings of this moment. Where a policy is no longer understood the default one judges, and its id says so. */
export async function rulingsOf(tx: Tx, tenantId: string): Promise<Rulings> {
  const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { policyId: true, cloud: true } })
  return {
    policy: (tenant.policyId && (await policyById(tx, tenantId, tenant.policyId))) || defaultPolicy,
    cloud: clouds.find((cloud) => cloud === tenant.cloud) ?? 'worldwide',
    deadlines: await presentDeadlines(tx),
  }
}

/** A policy that ships, or one of the tenant's own; null where there is none or it no longer fits the rules. */
export async function policyById(tx: Tx, tenantId: string, id: string): Promise<Policy | null> {
  const known = policyNamed(id)
  if (known) return known
  const row = await tx.tenantPolicy.findFirst({ where: { tenantId, id } })
  return row && tenantPolicy(row)
}

/** The tenant's changes on top of the policy that they stand on. */
export function tenantPolicy({ id, name, basedOn, document }: TenantPolicy): Policy | null {
  const base = policyNamed(basedOn)
  if (!base) return null
  const version = id.slice(id.lastIndexOf('@') + 1)
  const made = customPolicy(base, id.slice(0, id.lastIndexOf('@')), version, document)
  return made.ok ? { ...made.policy, title: { en: name, da: name } } : null
}

/** Every deadline that is known, with what replaced it. */
export async function presentDeadlines(tx: Tx): Promise<readonly Deadline[]> {
  const rows = await tx.deadlineRecord.findMany({ where: { withdrawnAt: null }, orderBy: { createdAt: 'asc' } })
  return mergeDeadlines(shipped, rows)
}

/** Later records stand in for earlier ones of the same id, and mark what they supersede. */
export function mergeDeadlines(
  base: readonly Deadline[],
  rows: readonly Pick<DeadlineRecord, 'id' | 'document'>[],
): readonly Deadline[] {
  const byId = new Map<string, Deadline>(base.map((deadline) => [deadline.id, deadline]))
  for (const { id, document } of rows) {
    const { supersedes, ...deadline } = document as unknown as DeadlineDocument
    byId.set(id, { ...deadline, id })
    const old = supersedes && supersedes !== id ? byId.get(supersedes) : undefined
    if (old) byId.set(old.id, { ...old, supersededBy: id })
  }
  return [...byId.values()]
}
