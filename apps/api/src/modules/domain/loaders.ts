import type { DomainProof, Tx } from '@sundown/db'
import { batched } from '../../batch.ts'
import type { Context } from '../../context.ts'
import type { Proof } from './proof-state.ts'

export type ProofRow = DomainProof

/** Domains that one tenant may prove. */
export const maxProofs = 200

const byTenant = (context: Context) =>
  batched<string, ProofRow[]>(async (tenants) => {
    const rows = await context.read((tx) =>
      tx.domainProof.findMany({ where: { tenantId: { in: [...tenants] } }, orderBy: { domain: 'asc' } }),
    )
    return tenants.map((tenantId) => rows.filter((row) => row.tenantId === tenantId))
  })

/** Every proof of a tenant, by domain. */
export async function proofsOf(context: Context, tenantId: string): Promise<ProofRow[]> {
  context.saw(tenantId)
  return (await context.once(byTenant)(tenantId)) ?? []
}

/** What speaks for active checks of a tenant's endpoints. */
export const proofsIn = (tx: Tx, tenantId: string): Promise<Proof[]> =>
  tx.domainProof.findMany({
    where: { tenantId },
    select: { domain: true, method: true, verifiedAt: true, lapsedAt: true },
  })
